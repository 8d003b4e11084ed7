import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.billing.views")
os.environ["DJANGO_SETTINGS_MODULE"] = "shop.billing.views"
