def f():
	import	x.b , os
	from  a  import  c
	from x import b
	return x . b, os, c
