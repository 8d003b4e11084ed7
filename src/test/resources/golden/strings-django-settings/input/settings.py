INSTALLED_APPS = ["shop"]
MIDDLEWARE = ("shop.middleware.Timed",)
ROOT_URLCONF = "shop.urls"
TEMPLATES = [{"OPTIONS": {"context_processors": ["shop.middleware.Timed"]}}]
