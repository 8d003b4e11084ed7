import os
import pickle

HERE = os.path.dirname(__file__)


def save(thing):
    return pickle.dumps(thing)
