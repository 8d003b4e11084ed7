"""What a day's bookings come to."""

from . import entry as bookings


def balance(entries):
    return sum(each.price for each in entries)


def day(pairs):
    return [bookings.Entry(vehicle, minute) for vehicle, minute in pairs]
