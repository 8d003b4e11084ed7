import pkgutil
from importlib import resources
from importlib.resources import files, read_text

import pkg_resources
from jinja2 import PackageLoader

one = pkgutil.get_data("q", "tpl/x.txt")
two = resources.files("q") / "tpl" / "x.txt"
three = files("q").joinpath("tpl", "x.txt")
four = pkg_resources.resource_filename("q", "tpl")
five = PackageLoader("q", "tpl")
six = pkg_resources.resource_string("a.b", "tpl/x.txt")
seven = pkg_resources.resource_string("a", "tpl/x.txt")
eight = read_text("q", "x.txt")
