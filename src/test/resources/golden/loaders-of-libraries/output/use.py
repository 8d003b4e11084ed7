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
    one: ImportString = "c.d.f"
    two: ImportString[K] = "c.d:f"
    three: str = "a.b.f"


def local(text, load):
    return load("a.b.f"), text.resolve("a.b.f")


files("c.tpl").joinpath("x.txt")
files(anchor="c.tpl")
read("c.tpl", "x.txt")
EntryPoint(name="x", value="c.d:f", group="a.b")
locate("c.d.f")
resolve("c.d.f")
namedAny("c.d.f")
list(find_modules("c.d"))
symbol_by_name("c.d:f")
import_item("c.d.f")
uvicorn.run("c.d:app", reload=True)
uvicorn.Config(app="c.d:app")
uvicorn.run("a.b:nothing")
BackgroundScheduler().add_job("c.d:f", "interval")
Flask(__name__).config.from_object("c.d.K")
unittest.defaultTestLoader.loadTestsFromName("c.d.K.test")
if "c.d" in sys.modules or "c.d" not in sys.modules:
    pass


def test(monkeypatch):
    monkeypatch.setitem(sys.modules, "c.d", None)
    monkeypatch.setitem({}, "a.b", None)
