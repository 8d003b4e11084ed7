#!/bin/sh
set -e
case "$1" in
  web) exec gunicorn shop.site.pages.routes:main ;;
  bill) exec python -m shop.core.invoices "$@";;
  *) exec "$@" ;;
esac
