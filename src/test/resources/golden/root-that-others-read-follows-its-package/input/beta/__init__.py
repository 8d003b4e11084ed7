import alpha.alpha0


def s42():
    return alpha.alpha0.ID, alpha.PID
