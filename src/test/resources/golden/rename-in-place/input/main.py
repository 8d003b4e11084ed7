import a.old
a.old.f()
