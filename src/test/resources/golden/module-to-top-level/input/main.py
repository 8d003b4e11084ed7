from pkg import old
import pkg.old

old.f()
