import x.b

v = (x
     .b
     .K
     .f()
     .g)
w = x.b.K \
    .f()
