from lib.target import LIMIT


def test_limit():
    assert LIMIT == 3
