#!/bin/sh
set -e
case "$1" in
  web) exec gunicorn shop.web.routes:main ;;
  bill) exec python -m shop.billing "$@";;
  *) exec "$@" ;;
esac
