import os

os.system("python -m c.d")
os.system("pytest --cov=a.b a/b.py")
