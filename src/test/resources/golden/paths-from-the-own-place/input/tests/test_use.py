import os.path
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
one = ROOT / "a" / "b.py"
two = Path(__file__).parent / ".." / "a" / "b.py"
three = os.path.join(os.path.dirname(__file__), os.pardir, "a", "b.py")
four = os.path.join(os.path.dirname(os.path.dirname(__file__)), "a", "b.py")
five = (Path(__file__).parent / "../a/tpl").iterdir()
six = Path(__file__).parent / "a" / "b.py"


def test(tmp_path):
    assert not (tmp_path / "a" / "b.py").exists()
