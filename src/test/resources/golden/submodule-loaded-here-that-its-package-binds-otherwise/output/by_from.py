def use():
    from x.work import ID
    import alpha
    import x.work
    return x.work.ID, ID


assert use() == (9, 9)
