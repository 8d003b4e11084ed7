wsgi_app = "shop.site.pages:app"
worker_class = "shop.core.invoices.Invoice"
logger_class = "shop.site.pages.routes.Logger"
