ID = 4
