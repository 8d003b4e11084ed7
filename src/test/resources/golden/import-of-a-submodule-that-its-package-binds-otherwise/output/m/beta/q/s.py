ID = 9
