A = open("data/raw/a.csv")
B = open("data/rawer/a.csv")
