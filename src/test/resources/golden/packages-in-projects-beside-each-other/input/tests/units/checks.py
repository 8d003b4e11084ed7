def check(f):
    assert f
