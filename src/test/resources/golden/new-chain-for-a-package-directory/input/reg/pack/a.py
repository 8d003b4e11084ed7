from .. import pack as _own

class A:
    pass
