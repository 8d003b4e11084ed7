def s33():
    import alpha.beta.q.s
    return alpha.beta.q.s.ID
assert s33() == 9
