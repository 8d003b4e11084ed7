import m.alpha as alpha, m.alpha.alpha0


def s42():
    return m.alpha.alpha0.ID, m.alpha.PID
