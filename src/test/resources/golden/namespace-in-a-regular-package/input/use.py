from pkg.parts import one, two
import pkg.parts.one as first
