from pkg.a import x
import pkg.a
