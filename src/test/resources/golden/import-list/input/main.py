import os, a.b

a.b.f(os)
