class Kept:
    import ns.mod

    def f(self):
        return self.ns.mod.X

    @classmethod
    def g(cls):
        reg = cls.ns.mod
        return reg.X


class Both:
    import ns.mod
    import ns.other

    def f(self):
        return [self.ns.mod.X for _ in "a"][0] + self.ns.other.Y

    def g(self):
        return self.other.ns.mod.X


assert Kept().f() + Kept.g() == 2
assert Both().f() == 3
