import pkgutil
import unittest

import pytest
from celery import Celery, signature
from hydra.utils import get_class, instantiate
from rq import Queue
from sqlalchemy.orm import relationship

cfg = instantiate(dict(_target_="a.b.K"))
get_class("a.b.K")


class Model:
    other = relationship("a.b.K", back_populates="a.b")


pytest.register_assert_rewrite("a.b")
pkgutil.get_loader("a.b")
unittest.main(module="a.b")
Queue().enqueue("a.b.f", 1)
Celery("x").send_task("a.b.f")
Celery("x").send_task("a.b.other")
signature("a.b.f")
Celery("x").send_task("a.b.named")
