import reg.a
from reg.a import c
