EXTENSIONS = [".b", ".e"]
import importlib
