import a.b

a.b.COUNT += 1
a.b.CACHE["x"] = a.b.COUNT
a.b.NEW: int = 5
del a.b.OLD, a.b.CACHE["x"]
(a.b.COUNT, other), [a.b.NEW] = (7, 8), [9]
for a.b.COUNT in range(3):
    pass
with open(__file__) as a.b.NEW:
    pass
print(a.b.COUNT, other)
