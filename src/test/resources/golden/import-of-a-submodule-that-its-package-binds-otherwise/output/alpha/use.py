def s33():
    import m.beta.q.s
    return m.beta.q.s.ID
assert s33() == 9
