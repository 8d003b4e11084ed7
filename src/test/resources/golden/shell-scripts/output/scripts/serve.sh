#!/usr/bin/env bash
# starts shop.web with shop/web/routes.py
set -euo pipefail
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=shop.site.pages.settings
export FLASK_APP="shop.site.pages:app"
APP_MODULE=${APP_MODULE:-"shop.site.pages:app"}
: "${WORKER:=shop.core.invoices}"
exec python -m shop.site.pages.routes --log "$LOG" &
python3 -u -Wd -m shop.core.invoices
gunicorn 'shop.site.pages:create_app()' --bind 0.0.0.0:80 \
    -c python:shop.site.pages.gunicorn \
    --config shop/site/pages/gunicorn.conf.py
uvicorn --factory shop.site.pages:app --reload-dir shop/site/pages
celery -A shop.core.invoices worker --pidfile /var/run/shop.web.pid
python shop/core/invoices.py; python ./shop/site/pages/routes.py && (cd shop/site/pages && python routes.py)
python "$ROOT/shop/billing.py"
python /opt/shop/billing.py
python -c 'from shop.core.invoices import run; run()'
python -c "import shop.site.pages.routes as r; r.main()"
python <<'PY'
from shop.core.invoices import run
run()
PY
cat > note.txt <<EOF
shop.core.invoices
EOF
echo "see shop.core.invoices for help"
rsync -a shop/site/pages/ host:/srv/shop/web/
find shop/site/pages -name '*.py' | xargs grep -l shop.core.invoices
watchmedo auto-restart -d shop/site/pages -p '*.py' -- python -m shop.site.pages.routes
coverage run --source=shop.core.invoices -m pytest shop/site/pages
pylint shop.site.pages shop/core/invoices.py --ignore-paths='^shop/site/pages/gen/'
mypy -p shop.site.pages -m shop.core.invoices
flask --app shop.site.pages run
python -m pip install shop.billing
