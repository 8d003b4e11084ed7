from pkg import other, old  # both


class K:
    old = old.X

    def f(self) -> "old.X":
        return self.old + old.X + other.Y


print(K().f())
