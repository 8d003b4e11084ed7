from a import f, g

f(), g()
