import a.b

first = lambda a: a.b
second = lambda x: a.b.key(x)
third = lambda x, y=a.b.key(1): y
print(first(a.b.Box), second(2), third(3))
