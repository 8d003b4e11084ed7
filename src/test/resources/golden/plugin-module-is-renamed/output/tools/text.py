from .. import inks as tints
from ..inks import RED


def upper(word):
    return word, tints.RED, RED
