INSTALLED_APPS = [
    "a.b",
    "a.b.K",
]
ROOT_URLCONF = "a.b"
ENTRY = "a.b:K"
