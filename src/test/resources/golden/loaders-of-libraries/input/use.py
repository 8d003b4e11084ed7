import sys
import unittest
from importlib.metadata import EntryPoint
from importlib.resources import files
from importlib.resources import read_text as read
from pydoc import locate

import uvicorn
from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask
from kombu.utils.imports import symbol_by_name
from pydantic import BaseModel, ImportString
from traitlets.utils.importstring import import_item
from twisted.python.reflect import namedAny
from werkzeug.utils import find_modules
from zope.dottedname.resolve import resolve


class Model(BaseModel):
    one: ImportString = "a.b.f"
    two: ImportString[K] = "a.b:f"
    three: str = "a.b.f"


def local(text, load):
    return load("a.b.f"), text.resolve("a.b.f")


files("a.tpl").joinpath("x.txt")
files(anchor="a.tpl")
read("a.tpl", "x.txt")
EntryPoint(name="x", value="a.b:f", group="a.b")
locate("a.b.f")
resolve("a.b.f")
namedAny("a.b.f")
list(find_modules("a.b"))
symbol_by_name("a.b:f")
import_item("a.b.f")
uvicorn.run("a.b:app", reload=True)
uvicorn.Config(app="a.b:app")
uvicorn.run("a.b:nothing")
BackgroundScheduler().add_job("a.b:f", "interval")
Flask(__name__).config.from_object("a.b.K")
unittest.defaultTestLoader.loadTestsFromName("a.b.K.test")
if "a.b" in sys.modules or "a.b" not in sys.modules:
    pass


def test(monkeypatch):
    monkeypatch.setitem(sys.modules, "a.b", None)
    monkeypatch.setitem({}, "a.b", None)
