class C:
    import a, x.b
    v = x.b.V

    def m(self):
        return self.a
