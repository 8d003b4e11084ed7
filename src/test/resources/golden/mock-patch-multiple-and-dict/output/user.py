from unittest import mock

with mock.patch.multiple("x.b", V=2), mock.patch.dict("x.b.D", {}):
    pass
