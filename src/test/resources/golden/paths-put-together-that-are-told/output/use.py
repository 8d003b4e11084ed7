import os
from pathlib import Path

BASE = find_base()
one = Path("a") / "b.py"
two = Path("a", "b.py")
three = os.path.join("a", "b.py")
four = Path.cwd() / "a" / "b.py"
five = Path("a").joinpath("b.py")
six = BASE / "a" / "b.py"
seven = os.path.join(BASE, "a", "b.py")
eight = Path("x") / "b.py", Path("a") / "c.py", BASE / "b.py"
