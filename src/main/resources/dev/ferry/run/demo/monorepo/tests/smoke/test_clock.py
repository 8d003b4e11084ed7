import pytest

from labs import clock


def test_times_are_minutes():
    assert clock.parse("07:30") == 450
    assert clock.between(clock.parse("23:00"), clock.parse("01:00")) == 120


def test_nonsense_is_refused():
    with pytest.raises(ValueError):
        clock.parse("25:00")
