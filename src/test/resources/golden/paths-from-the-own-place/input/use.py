import os
from os.path import dirname, join
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = ROOT / "a"

one = Path(__file__).parent / "a" / "b.py"
two = ROOT / "a" / "b.py"
three = ROOT / "a/b.py"
four = ROOT.joinpath("a", "b.py")
five = os.path.join(HERE, "a", "b.py")
six = join(dirname(__file__), "a/b.py")
seven = (ROOT / "a") / "tpl" / "x.txt"
eight = ROOT / "a" / "tpl" / f"{one}.txt"
nine = PACKAGE / "b.py"
ten = ROOT / "a" / "other.py", ROOT / "other" / "b.py"
eleven = os.path.join(ROOT, unknown(), "a", "b.py")
twelve = ROOT / "a" / f"{one}.py"
