from alpha import beta as root
import alpha.beta.work

assert root.other.V == 1
