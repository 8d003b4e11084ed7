import a.fresh
a.fresh.f()
