def f(): pass
V = 1
