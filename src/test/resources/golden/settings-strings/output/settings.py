INSTALLED_APPS = [
    "x.b",
    "x.b.K",
]
ROOT_URLCONF = "x.b"
ENTRY = "x.b:K"
