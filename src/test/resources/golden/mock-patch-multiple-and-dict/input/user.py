from unittest import mock

with mock.patch.multiple("a.b", V=2), mock.patch.dict("a.b.D", {}):
    pass
