def f():
	if True:
		from a import c
		from x import b
		return b, c


f()
