from core import fresh


def call(old_value=fresh.f(), **kwargs):
    return fresh.f() + old_value


print(call(old=2), f"{fresh.f()}", fresh)
