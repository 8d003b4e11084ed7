"""How much one deck carries."""

DECK_METRES = 320
LENGTHS = {"car": 5, "lorry": 18, "foot": 0}


def fits(vehicles):
    return sum(LENGTHS[vehicle] for vehicle in vehicles) <= DECK_METRES
