REGISTRY = {"k": "a.b.K", "a.b": 1}
MODULES = ["a.b", "a.c"]
PAIR = ("a.b:K",)
