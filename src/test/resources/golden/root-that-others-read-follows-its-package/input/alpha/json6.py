from beta import alpha as v26


def s26():
    return v26.PID
