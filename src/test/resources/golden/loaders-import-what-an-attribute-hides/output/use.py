import importlib

assert __import__("beta.fresh1.core3", fromlist=["ID"]).ID == 3
assert importlib.import_module("beta.fresh1.core3").ID == 3
import alpha

assert alpha.beta
