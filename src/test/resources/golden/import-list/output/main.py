import os, x.b

x.b.f(os)
