__import__("a.b")
one = __import__("a.b").b.f()
two = __import__("a.b", fromlist=["f"]).f()
three = __import__("a.b")
four = three.__name__
five = __import__("a.b").__name__
