from core.rules import with_gap
from labs.rules import limits


def test_a_deck_is_not_endless():
    assert limits.fits(["car"] * 64)
    assert not limits.fits(["car"] * 65)


def test_gaps_are_kept():
    assert with_gap(5) == 550
