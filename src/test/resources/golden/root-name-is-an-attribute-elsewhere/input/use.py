import a.b


class Holder:
    a = None

    def __init__(self):
        self.a = a.b
        self.a.b = a.b.X

    def f(self, *, a=None):
        return self.a, dict(a=1), a


h = Holder()
print(h.a.b, h.f(a=2), {"a": a.b.X}["a"], getattr(h, "a").b)
