from pkg import other  # both
from core import fresh


class K:
    old = fresh.X

    def f(self) -> "old.X":
        return self.old + fresh.X + other.Y


print(K().f())
