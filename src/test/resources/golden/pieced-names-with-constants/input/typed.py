from importlib import import_module

PKG: str = "a"
import_module(PKG + ".b")
