from mid import Y as pk


def f():
    return pk.mod
