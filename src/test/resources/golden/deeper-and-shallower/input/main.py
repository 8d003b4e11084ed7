import a.b, p.q.r.s

print(a.b.V, p.q.r.s.V)
