import one.two.a
import three.four.b

print(one.two.a, three.four.b)
