"""Tariffs by vehicle, in cents."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tariff:
    car: int = 1800
    lorry: int = 5400
    foot: int = 450

    def price(self, vehicle):
        return getattr(self, vehicle)
