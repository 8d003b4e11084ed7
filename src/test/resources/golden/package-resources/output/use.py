import pkgutil
from importlib import resources

a = resources.files("core.web")
b = pkgutil.get_data("core.web", "data.json")
c = resources.read_text(package="core.web", resource="data.json")
d = open("labs/api/data.json")
e = open("labs/apiary/data.json"), open("/labs/api/data.json"), open("x/labs/api")
f = files("labs.api")
