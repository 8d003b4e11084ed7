class K:
    @staticmethod
    def f(): return K
    g = 1
