import x.work as work
from alpha import beta as b
import x.work
from unittest import mock

with mock.patch("x.work.ID", 8):
    assert work.ID == 8
    assert x.work.ID == 8
