from pkg.a import x
from pkg import a, b
import pkg.a

print(pkg.a.x)
