ID = 3
