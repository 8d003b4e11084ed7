import core.b

core.b.COUNT += 1
core.b.CACHE["x"] = core.b.COUNT
core.b.NEW: int = 5
del core.b.OLD, core.b.CACHE["x"]
(core.b.COUNT, other), [core.b.NEW] = (7, 8), [9]
for core.b.COUNT in range(3):
    pass
with open(__file__) as core.b.NEW:
    pass
print(core.b.COUNT, other)
