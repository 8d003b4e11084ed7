from alpha import beta as root
import x.work

assert root.other.V == 1
