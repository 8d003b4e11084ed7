import os
from os.path import dirname, join
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = ROOT / "a"

one = Path(__file__).parent / "c" / "x" / "d.py"
two = ROOT / "c" / "x" / "d.py"
three = ROOT / "c/x/d.py"
four = ROOT.joinpath("c", "x", "d.py")
five = os.path.join(HERE, "c", "x", "d.py")
six = join(dirname(__file__), "c/x/d.py")
seven = (ROOT / "c") / "tpl" / "x.txt"
eight = ROOT / "c" / "tpl" / f"{one}.txt"
nine = PACKAGE / "b.py"
ten = ROOT / "a" / "other.py", ROOT / "other" / "b.py"
eleven = os.path.join(ROOT, unknown(), "a", "b.py")
twelve = ROOT / "a" / f"{one}.py"
