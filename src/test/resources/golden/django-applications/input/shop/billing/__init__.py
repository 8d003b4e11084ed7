default_app_config = "shop.billing.apps.BillingConfig"
