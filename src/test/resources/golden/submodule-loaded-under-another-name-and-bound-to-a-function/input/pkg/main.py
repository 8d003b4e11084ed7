class Session:
    pass


def main():
    return Session()
