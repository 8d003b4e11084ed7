from pkg import old


def call(old_value=old.f(), **kwargs):
    return old.f() + old_value


print(call(old=2), f"{old.f()}", old)
