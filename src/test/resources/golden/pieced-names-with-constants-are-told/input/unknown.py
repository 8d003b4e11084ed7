import os


def go(PKG):
    os.system(f"python -m {PKG}.b")
    return PKG + ".b"
