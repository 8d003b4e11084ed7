import reg.a
import loose.b

print(reg.a, loose.b)
