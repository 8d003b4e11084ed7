from gamma.json2 import V
