import importlib

from api import quotes, timetable
from serve.health import health


def test_a_quote_knows_the_hour():
    assert quotes.quote({"vehicle": "car", "time": "05:00"}) == {"cents": 1440}


def test_the_next_ship_may_go_tomorrow():
    assert timetable.next_departure(18 * 60) == 330


def test_every_handler_can_be_loaded():
    for name in quotes.HANDLERS:
        assert importlib.import_module(name)
    assert health() == {"status": "up"}
