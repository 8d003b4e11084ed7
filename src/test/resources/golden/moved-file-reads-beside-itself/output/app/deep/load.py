from pathlib import Path
import pkgutil
from importlib import resources

DATA = Path(__file__).parent / "data" / "a.txt"


def texts():
    yield DATA.read_text()
    yield pkgutil.get_data("app.deep.load", "data/a.txt")
    yield pkgutil.get_data(__name__, "data/a.txt")
    yield resources.files("app").joinpath("data/a.txt")
