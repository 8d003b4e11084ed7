class K:
    import core.y
