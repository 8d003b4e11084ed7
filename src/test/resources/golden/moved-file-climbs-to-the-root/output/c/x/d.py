import os
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(__file__).resolve().parent.parent.parent
SECOND = Path(__file__).resolve().parents[2]
THIRD = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOURTH = HERE.parent.parent

config = ROOT / "conf" / "x.toml"
other = os.path.join(THIRD, "conf")
beside = HERE / "tpl" / "x.txt"
fifth = os.path.join(os.path.dirname(__file__), "../..")
sixth = Path(__file__).parent / ".." / ".." / "conf" / "y.toml"
