from lib import *

old.f()
