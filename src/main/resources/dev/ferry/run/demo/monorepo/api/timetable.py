"""Answers when the next ship goes."""

import labs.clock as clock

DEPARTURES = [clock.parse(text) for text in ("05:30", "09:00", "17:45")]


def next_departure(now):
    return min(DEPARTURES, key=lambda minute: clock.between(now, minute))
