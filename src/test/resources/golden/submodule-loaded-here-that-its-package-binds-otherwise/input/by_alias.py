import alpha.beta.work as work
from alpha import beta as b
from unittest import mock

with mock.patch("alpha.beta.work.ID", 8):
    assert work.ID == 8
    assert b.work.ID == 8
