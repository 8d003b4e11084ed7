import os; from a import b, c; import sys
print(b, c)
