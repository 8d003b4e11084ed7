"""The harbour's clock: times are minutes since midnight."""

MINUTES_A_DAY = 24 * 60


def parse(text):
    """Turns "07:30" into 450."""
    hours, minutes = text.split(":")
    value = int(hours) * 60 + int(minutes)
    if not 0 <= value < MINUTES_A_DAY:
        raise ValueError(f"not a time of day: {text}")
    return value


def between(start, end):
    """Minutes from one time to the next, over midnight where need be."""
    return (end - start) % MINUTES_A_DAY
