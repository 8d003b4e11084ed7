from django.apps import AppConfig


class BillingConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "core.billing"
    label = "billing"
    verbose_name = "shop.billing is text"
