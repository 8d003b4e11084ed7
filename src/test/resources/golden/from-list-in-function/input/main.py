def f():
	if True:
		from a import b, c
		return b, c


f()
