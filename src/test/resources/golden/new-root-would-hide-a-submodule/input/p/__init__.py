import a.b

W = a.b.V
