from labs.booking.balance import balance, day
from labs.booking.entry import Entry


def test_a_day_adds_up():
    entries = day([("car", 300), ("foot", 600)])
    assert all(isinstance(each, Entry) for each in entries)
    assert balance(entries) == 1440 + 450
