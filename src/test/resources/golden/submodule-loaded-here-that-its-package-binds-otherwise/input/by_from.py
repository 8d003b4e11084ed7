def use():
    from alpha.beta.work import ID
    import alpha
    return alpha.beta.work.ID, ID


assert use() == (9, 9)
