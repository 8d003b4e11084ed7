import pkg.old
from pkg.old import V

pkg.old.f()
print(pkg.old)
