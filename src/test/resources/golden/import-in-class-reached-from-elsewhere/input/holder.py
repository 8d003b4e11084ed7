class K:
    import labs.x
