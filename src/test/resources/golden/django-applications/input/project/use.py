from django.apps import apps
from django.conf import settings
from django.test import override_settings
from django.utils.module_loading import import_string

Bill = apps.get_model("billing", "Bill")
Bill2 = apps.get_model("shop.billing", "Bill")
config = apps.get_app_config("billing")
X = import_string("shop.billing.views.X")


@override_settings(ROOT_URLCONF="shop.billing.urls", MIDDLEWARE=["shop.billing.middleware.X"])
def test():
    with settings(EMAIL_BACKEND="shop.billing.backends.X"):
        pass
