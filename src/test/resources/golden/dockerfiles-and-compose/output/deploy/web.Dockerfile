FROM x
COPY shop/site/pages /srv/shop/site/pages
CMD ["celery", "-A", "shop.core.invoices", "worker"]
