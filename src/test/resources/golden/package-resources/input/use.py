import pkgutil
from importlib import resources

a = resources.files("labs.api")
b = pkgutil.get_data("labs.api", "data.json")
c = resources.read_text(package="labs.api", resource="data.json")
d = open("labs/api/data.json")
e = open("labs/apiary/data.json"), open("/labs/api/data.json"), open("x/labs/api")
f = files("labs.api")
