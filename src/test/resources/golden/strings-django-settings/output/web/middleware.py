class Timed:
    pass
