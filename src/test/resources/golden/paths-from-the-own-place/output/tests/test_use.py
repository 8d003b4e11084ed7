import os.path
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
one = ROOT / "c" / "x" / "d.py"
two = Path(__file__).parent / ".." / "c" / "x" / "d.py"
three = os.path.join(os.path.dirname(__file__), os.pardir, "c", "x", "d.py")
four = os.path.join(os.path.dirname(os.path.dirname(__file__)), "c", "x", "d.py")
five = (Path(__file__).parent / "../c/tpl").iterdir()
six = Path(__file__).parent / "a" / "b.py"


def test(tmp_path):
    assert not (tmp_path / "a" / "b.py").exists()
