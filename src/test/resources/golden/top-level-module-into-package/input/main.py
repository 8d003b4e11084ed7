import old
from old import V

old.f()
print(old)
