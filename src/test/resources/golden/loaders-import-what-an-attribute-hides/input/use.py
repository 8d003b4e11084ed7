import importlib

assert __import__("alpha.beta.core3", fromlist=["ID"]).ID == 3
assert importlib.import_module("alpha.beta.core3").ID == 3
import alpha

assert alpha.beta
