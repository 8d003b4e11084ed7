"""About pkg.b and what it does."""
TEXT = "pkg.b"
RAW = r"pkg.b"
BYTES = b"pkg.b"
JOINED = "pkg." "b"
PROSE = "see pkg.b for more"
PATH = "pkg/b.py"
KEY = {"x": 1}.get("pkg.b")
SIMILAR = ["mypkg.b", "pkg.bb", "pkg.b2.x", ".pkg.b"]
