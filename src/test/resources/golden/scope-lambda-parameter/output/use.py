import core.b

first = lambda a: a.b
second = lambda x: core.b.key(x)
third = lambda x, y=core.b.key(1): y
print(first(core.b.Box), second(2), third(3))
