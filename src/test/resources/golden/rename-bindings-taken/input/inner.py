from pkg import old


def f(fresh):
    return old.X + fresh


print(f(1))
