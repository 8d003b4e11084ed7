REGISTRY = {"k": "x.b.K", "x.b": 1}
MODULES = ["x.b", "a.c"]
PAIR = ("x.b:K",)
