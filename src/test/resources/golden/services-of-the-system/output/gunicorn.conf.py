wsgi_app = "shop.site.pages:app"
worker_class = "shop.billing.Invoice"
logger_class = "shop.web.routes.Logger"
