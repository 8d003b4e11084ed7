import new_web.a

print(new_web.a.X)
