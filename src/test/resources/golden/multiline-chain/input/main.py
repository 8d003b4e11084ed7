import a.b

v = (a
     .b
     .K
     .f()
     .g)
w = a.b.K \
    .f()
