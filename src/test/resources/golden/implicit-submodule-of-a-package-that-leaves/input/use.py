import a.b

print(a.b.inner.f(), a.b.other)
