INSTALLED_APPS = ["django.contrib.admin", "core.billing", "core.billing.apps.BillingConfig"]
INSTALLED_APPS += ["core.billing"]
LOCAL_APPS = ("core.billing",)
INSTALLED_APPS = INSTALLED_APPS + list(LOCAL_APPS)
MIDDLEWARE = ["core.billing.middleware.X"]
MIDDLEWARE.insert(0, "core.billing.middleware.X")
INSTALLED_APPS.append("core.billing")
INSTALLED_APPS.extend(["core.billing"])
ROOT_URLCONF = "core.billing.urls"
AUTH_USER_MODEL = "billing.User"
AUTHENTICATION_BACKENDS = ("core.billing.backends.X",)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": ["shop/billing/templates"],
        "OPTIONS": {
            "context_processors": ["core.billing.context.X"],
            "builtins": ["core.billing.templatetags"],
            "libraries": {"bills": "core.billing.templatetags"},
        },
    }
]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["core.billing.backends.X"],
    "EXCEPTION_HANDLER": "core.billing.views.X",
}
DATABASE_ROUTERS = ["core.billing.routers.X"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "core.billing.validators.X"}]
MIGRATION_MODULES = {"billing": "core.billing.migrations"}
CACHES = {"default": {"BACKEND": "core.billing.backends.X", "KEY_FUNCTION": "core.billing.backends.X"}}
DEFAULT_FILE_STORAGE = "core.billing.backends.X"
STORAGES = {"default": {"BACKEND": "core.billing.backends.X"}}
EMAIL_BACKEND = "core.billing.backends.X"
SESSION_ENGINE = "core.billing.backends"
MESSAGE_STORAGE = "core.billing.backends.X"
TEST_RUNNER = "core.billing.backends.X"
FORM_RENDERER = "core.billing.forms.X"
CSRF_FAILURE_VIEW = "core.billing.views.X"
DEFAULT_EXCEPTION_REPORTER = "core.billing.views.X"
FIXTURE_DIRS = ["shop/billing/fixtures"]
LOCALE_PATHS = ["shop/billing/locale"]
FORMAT_MODULE_PATH = ["core.billing"]
ASGI_APPLICATION = "core.billing.views.X"
CELERY_BEAT_SCHEDULE = {"x": {"task": "core.billing.tasks.run", "schedule": 3}}
CELERY_TASK_ROUTES = {"shop.billing.tasks.*": {"queue": "x"}, "core.billing.tasks.run": {"queue": "y"}}
CELERY_IMPORTS = ("core.billing.tasks",)
CELERY_INCLUDE = ["core.billing.tasks"]
LOGGING = {
    "version": 1,
    "formatters": {"f": {"()": "core.billing.views.X", "class": "core.billing.views.X"}},
    "filters": {"g": {"()": "core.billing.views.X"}},
    "handlers": {"h": {"class": "core.billing.views.X", "stream": "ext://core.billing.views.X", "filename": "shop/billing/x.log"}},
    "loggers": {"shop.billing": {"level": "INFO"}, "shop.billing.views": {}},
}
SILENCED_SYSTEM_CHECKS = ["shop.billing.E001"]
