"""One booking."""

from dataclasses import dataclass

from labs.pricing import discounted


@dataclass(frozen=True)
class Entry:
    vehicle: str
    minute: int

    @property
    def price(self):
        return discounted(self.vehicle, self.minute)
