from core import fresh as old


def f(fresh):
    return old.X + fresh


print(f(1))
