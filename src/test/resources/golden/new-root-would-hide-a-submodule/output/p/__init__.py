import x.b as b

W = b.V
