def both():
    import core.alpha.gamma
    return core.alpha.gamma.ID, core.alpha.PID
