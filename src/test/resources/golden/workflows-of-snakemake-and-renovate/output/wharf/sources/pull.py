def pull():
    return 1
