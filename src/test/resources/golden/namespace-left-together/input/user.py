import n
import n.a

print(n.a.V)
