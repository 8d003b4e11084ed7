__import__("c.d")
one = __import__("c.d").d.f()
two = __import__("c.d", fromlist=["f"]).f()
three = __import__("c.d")
four = three.__name__
five = __import__("c.d").__name__
