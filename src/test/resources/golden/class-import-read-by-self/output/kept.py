class Kept:
    import reg.mod as mod

    def f(self):
        return self.mod.X

    @classmethod
    def g(cls):
        reg = cls.mod
        return reg.X


class Both:
    import reg.mod
    import ns.other

    def f(self):
        return [self.reg.mod.X for _ in "a"][0] + self.ns.other.Y

    def g(self):
        return self.other.ns.mod.X


assert Kept().f() + Kept.g() == 2
assert Both().f() == 3
