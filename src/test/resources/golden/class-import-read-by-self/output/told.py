class Base:
    import reg.mod


class Derived(Base):
    def f(self):
        return self.ns.mod.X + Base.ns.mod.X
