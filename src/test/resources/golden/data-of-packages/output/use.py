import pkgutil
from importlib import resources
from importlib.resources import files, read_text

import pkg_resources
from jinja2 import PackageLoader

one = pkgutil.get_data("q", "templates/x.txt")
two = resources.files("q") / "templates" / "x.txt"
three = files("q").joinpath("templates", "x.txt")
four = pkg_resources.resource_filename("q", "templates")
five = PackageLoader("q", "templates")
six = pkg_resources.resource_string("c.d", "tpl/x.txt")
seven = pkg_resources.resource_string("a", "tpl/x.txt")
eight = read_text("q", "x.txt")
