import sys

if sys.version_info >= (3,):
    from core.b import X
elif sys.platform == "x":
    from core import b
else:
    import core.b as c
for _ in range(1):
    from core.b import X as for_x
else:
    from core.b import X as else_x
while True:
    from core.b import X as while_x
    break
with open(__file__):
    from core.b import X as with_x
try:
    pass
finally:
    from core.b import X as finally_x


async def coroutine():
    async with None:
        from core.b import X as async_x
    return async_x


class C:
    from core.b import X as attribute


print(X, for_x, else_x, while_x, with_x, finally_x, C.attribute)
