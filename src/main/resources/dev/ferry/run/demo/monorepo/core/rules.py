"""What every deck has in common (in the way of the package core/rules/)."""

from .units import METRE

SAFETY_GAP = METRE // 2


def with_gap(length):
    return length * METRE + SAFETY_GAP
