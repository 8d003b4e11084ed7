import core.a
