from .. import inks
from ..inks import RED


def upper(word):
    return word, inks.RED, RED
