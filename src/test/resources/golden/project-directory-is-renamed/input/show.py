import old_web.a

print(old_web.a.X)
