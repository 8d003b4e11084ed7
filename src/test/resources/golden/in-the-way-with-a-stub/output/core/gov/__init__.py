from .. import sibling

def policy():
    return sibling
