import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.billing.views")
os.environ["DJANGO_SETTINGS_MODULE"] = "core.billing.views"
