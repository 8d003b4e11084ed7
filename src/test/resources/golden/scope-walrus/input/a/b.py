import re


def find(text):
    return re.search("x", text)
