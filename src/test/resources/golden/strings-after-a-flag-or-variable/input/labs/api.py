def main():
    return 1


app = main
VERSION = "1"
