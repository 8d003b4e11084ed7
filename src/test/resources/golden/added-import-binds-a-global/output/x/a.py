ID = 1
