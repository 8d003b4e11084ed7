default_app_config = "core.billing.apps.BillingConfig"
