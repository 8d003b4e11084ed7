import pkgutil
import unittest

import pytest
from celery import Celery, signature
from hydra.utils import get_class, instantiate
from rq import Queue
from sqlalchemy.orm import relationship

cfg = instantiate(dict(_target_="c.d.K"))
get_class("c.d.K")


class Model:
    other = relationship("c.d.K", back_populates="a.b")


pytest.register_assert_rewrite("c.d")
pkgutil.get_loader("c.d")
unittest.main(module="c.d")
Queue().enqueue("c.d.f", 1)
Celery("x").send_task("c.d.f")
Celery("x").send_task("a.b.other")
signature("c.d.f")
Celery("x").send_task("a.b.named")
