from pkg.parts import two
from pkg.other import one
import pkg.other.one as first
