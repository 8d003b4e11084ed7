from pkg import b


def main(): ...
