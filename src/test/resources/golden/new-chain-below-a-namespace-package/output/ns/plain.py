import ns.inner.deep.a
from ns.inner.deep.a import c
