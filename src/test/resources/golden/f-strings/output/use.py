import core.b

text = f"a.b {core.b.f()} {{a.b.f()}} {core.b.f(1)!r:>{core.b.WIDTH}} {'a.b'}"
raw = rf"\d{core.b.WIDTH}"
joined = "a.b " f"{core.b.WIDTH}" "a.b"
print(text, raw, joined)
