import fnmatch
import glob
from pathlib import Path

one = glob.glob("a/x/b*.py")
two = glob.glob("a/x/*.py")
three = list(Path(".").glob("a/**/b.py"))
four = fnmatch.fnmatch(one, "a/*/b.py")
five = {"filters": ["a.x.*"]}
six = "a.x.b.*"
seven = glob.glob("z/*.py"), glob.glob("**/*.py"), glob.glob("a/*.py"), "a.*"
