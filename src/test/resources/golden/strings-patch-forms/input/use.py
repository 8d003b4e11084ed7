from unittest import mock
from unittest.mock import patch

import pkg.b


@patch("pkg.b.f")
@mock.patch.dict("pkg.b.D", {"x": 1})
@mock.patch.multiple("pkg.b", f=1)
@mock.patch.object(pkg.b, "f")
def test(*mocks):
    return mocks


def with_fixture(monkeypatch, mocker):
    monkeypatch.setattr("pkg.b.f", None)
    monkeypatch.delattr("pkg.b.f")
    mocker.patch("pkg.b.f", return_value=1)
    mocker.patch.object(pkg.b, "f")
    monkeypatch.setattr(pkg.b, "f", None)


with patch(target="pkg.b.f", new=2):
    print(pkg.b.f)
