class Point:
    __match_args__ = ("x",)

    def __init__(self, x):
        self.x = x


RED = "red"
