#!/usr/bin/env bash
# starts shop.web with shop/web/routes.py
set -euo pipefail
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=shop.web.settings
export FLASK_APP="shop.web:app"
APP_MODULE=${APP_MODULE:-"shop.web:app"}
: "${WORKER:=shop.billing}"
exec python -m shop.web.routes --log "$LOG" &
python3 -u -Wd -m shop.billing
gunicorn 'shop.web:create_app()' --bind 0.0.0.0:80 \
    -c python:shop.web.gunicorn \
    --config shop/web/gunicorn.conf.py
uvicorn --factory shop.web:app --reload-dir shop/web
celery -A shop.billing worker --pidfile /var/run/shop.web.pid
python shop/billing.py; python ./shop/web/routes.py && (cd shop/web && python routes.py)
python "$ROOT/shop/billing.py"
python /opt/shop/billing.py
python -c 'from shop.billing import run; run()'
python -c "import shop.web.routes as r; r.main()"
python <<'PY'
from shop.billing import run
run()
PY
cat > note.txt <<EOF
shop.billing
EOF
echo "see shop.billing for help"
rsync -a shop/web/ host:/srv/shop/web/
find shop/web -name '*.py' | xargs grep -l shop.billing
watchmedo auto-restart -d shop/web -p '*.py' -- python -m shop.web.routes
coverage run --source=shop.billing -m pytest shop/web
pylint shop.web shop/billing.py --ignore-paths='^shop/web/gen/'
mypy -p shop.web -m shop.billing
flask --app shop.web run
python -m pip install shop.billing
