from a import b
import a

b()
a.b()
