class C:
    import a.b
    v = a.b.V

    def m(self):
        return self.a
