from .. import tints
from ..tints import RED


def upper(word):
    return word, tints.RED, RED
