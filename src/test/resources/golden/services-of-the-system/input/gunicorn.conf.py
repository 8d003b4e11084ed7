wsgi_app = "shop.web:app"
worker_class = "shop.billing.Invoice"
logger_class = "shop.web.routes.Logger"
