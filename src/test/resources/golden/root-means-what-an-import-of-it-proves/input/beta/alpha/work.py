def both():
    import alpha.gamma
    return alpha.gamma.ID, alpha.PID
