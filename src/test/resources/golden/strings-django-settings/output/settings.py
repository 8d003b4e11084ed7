INSTALLED_APPS = ["shop"]
MIDDLEWARE = ("web.middleware.Timed",)
ROOT_URLCONF = "shop.urls"
TEMPLATES = [{"OPTIONS": {"context_processors": ["web.middleware.Timed"]}}]
