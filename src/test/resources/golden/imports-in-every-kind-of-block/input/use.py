import sys

if sys.version_info >= (3,):
    from a.b import X
elif sys.platform == "x":
    from a import b
else:
    import a.b as c
for _ in range(1):
    from a.b import X as for_x
else:
    from a.b import X as else_x
while True:
    from a.b import X as while_x
    break
with open(__file__):
    from a.b import X as with_x
try:
    pass
finally:
    from a.b import X as finally_x


async def coroutine():
    async with None:
        from a.b import X as async_x
    return async_x


class C:
    from a.b import X as attribute


print(X, for_x, else_x, while_x, with_x, finally_x, C.attribute)
