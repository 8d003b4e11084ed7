import os; from a import c; from x import b; import sys
print(b, c)
