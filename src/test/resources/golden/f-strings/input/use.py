import a.b

text = f"a.b {a.b.f()} {{a.b.f()}} {a.b.f(1)!r:>{a.b.WIDTH}} {'a.b'}"
raw = rf"\d{a.b.WIDTH}"
joined = "a.b " f"{a.b.WIDTH}" "a.b"
print(text, raw, joined)
