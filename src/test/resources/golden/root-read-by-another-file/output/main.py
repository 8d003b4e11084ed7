from lib import old

old.f()
