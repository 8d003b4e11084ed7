import core.b


class Holder:
    a = None

    def __init__(self):
        self.a = core.b
        self.a.b = core.b.X

    def f(self, *, a=None):
        return self.a, dict(a=1), a


h = Holder()
print(h.a.b, h.f(a=2), {"a": core.b.X}["a"], getattr(h, "a").b)
