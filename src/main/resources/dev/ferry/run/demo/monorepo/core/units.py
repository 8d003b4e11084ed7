"""Lengths in centimetres."""

METRE = 100
