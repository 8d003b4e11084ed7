FROM x
COPY shop/web /srv/shop/web
CMD ["celery", "-A", "shop.billing", "worker"]
