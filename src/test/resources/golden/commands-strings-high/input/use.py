import os

os.system("python -m a.b")
os.system("pytest --cov=a.b a/b.py")
