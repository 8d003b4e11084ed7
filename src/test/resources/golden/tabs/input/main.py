def f():
	import	a.b , os
	from  a  import  c , b
	return a . b, os, c
