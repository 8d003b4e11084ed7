ID = 7
