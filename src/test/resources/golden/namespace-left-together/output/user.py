import m
import m.a

print(m.a.V)
