INSTALLED_APPS = ["django.contrib.admin", "shop.billing", "shop.billing.apps.BillingConfig"]
INSTALLED_APPS += ["shop.billing"]
LOCAL_APPS = ("shop.billing",)
INSTALLED_APPS = INSTALLED_APPS + list(LOCAL_APPS)
MIDDLEWARE = ["shop.billing.middleware.X"]
MIDDLEWARE.insert(0, "shop.billing.middleware.X")
INSTALLED_APPS.append("shop.billing")
INSTALLED_APPS.extend(["shop.billing"])
ROOT_URLCONF = "shop.billing.urls"
AUTH_USER_MODEL = "billing.User"
AUTHENTICATION_BACKENDS = ("shop.billing.backends.X",)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": ["shop/billing/templates"],
        "OPTIONS": {
            "context_processors": ["shop.billing.context.X"],
            "builtins": ["shop.billing.templatetags"],
            "libraries": {"bills": "shop.billing.templatetags"},
        },
    }
]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["shop.billing.backends.X"],
    "EXCEPTION_HANDLER": "shop.billing.views.X",
}
DATABASE_ROUTERS = ["shop.billing.routers.X"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "shop.billing.validators.X"}]
MIGRATION_MODULES = {"billing": "shop.billing.migrations"}
CACHES = {"default": {"BACKEND": "shop.billing.backends.X", "KEY_FUNCTION": "shop.billing.backends.X"}}
DEFAULT_FILE_STORAGE = "shop.billing.backends.X"
STORAGES = {"default": {"BACKEND": "shop.billing.backends.X"}}
EMAIL_BACKEND = "shop.billing.backends.X"
SESSION_ENGINE = "shop.billing.backends"
MESSAGE_STORAGE = "shop.billing.backends.X"
TEST_RUNNER = "shop.billing.backends.X"
FORM_RENDERER = "shop.billing.forms.X"
CSRF_FAILURE_VIEW = "shop.billing.views.X"
DEFAULT_EXCEPTION_REPORTER = "shop.billing.views.X"
FIXTURE_DIRS = ["shop/billing/fixtures"]
LOCALE_PATHS = ["shop/billing/locale"]
FORMAT_MODULE_PATH = ["shop.billing"]
ASGI_APPLICATION = "shop.billing.views.X"
CELERY_BEAT_SCHEDULE = {"x": {"task": "shop.billing.tasks.run", "schedule": 3}}
CELERY_TASK_ROUTES = {"shop.billing.tasks.*": {"queue": "x"}, "shop.billing.tasks.run": {"queue": "y"}}
CELERY_IMPORTS = ("shop.billing.tasks",)
CELERY_INCLUDE = ["shop.billing.tasks"]
LOGGING = {
    "version": 1,
    "formatters": {"f": {"()": "shop.billing.views.X", "class": "shop.billing.views.X"}},
    "filters": {"g": {"()": "shop.billing.views.X"}},
    "handlers": {"h": {"class": "shop.billing.views.X", "stream": "ext://shop.billing.views.X", "filename": "shop/billing/x.log"}},
    "loggers": {"shop.billing": {"level": "INFO"}, "shop.billing.views": {}},
}
SILENCED_SYSTEM_CHECKS = ["shop.billing.E001"]
