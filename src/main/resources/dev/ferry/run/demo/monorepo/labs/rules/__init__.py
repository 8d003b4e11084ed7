"""Rules of the deck."""
