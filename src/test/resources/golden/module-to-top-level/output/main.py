import old
import old

old.f()
