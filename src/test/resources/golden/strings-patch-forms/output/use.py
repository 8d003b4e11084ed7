from unittest import mock
from unittest.mock import patch

import core.b


@patch("core.b.f")
@mock.patch.dict("core.b.D", {"x": 1})
@mock.patch.multiple("core.b", f=1)
@mock.patch.object(core.b, "f")
def test(*mocks):
    return mocks


def with_fixture(monkeypatch, mocker):
    monkeypatch.setattr("core.b.f", None)
    monkeypatch.delattr("core.b.f")
    mocker.patch("core.b.f", return_value=1)
    mocker.patch.object(core.b, "f")
    monkeypatch.setattr(core.b, "f", None)


with patch(target="core.b.f", new=2):
    print(core.b.f)
