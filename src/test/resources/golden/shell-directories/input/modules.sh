#!/bin/sh
cd jobs
python -m daily
python -m weekly
python -m feeds.pull
cd ../wharf
python -m daily
cd ..
gunicorn --chdir jobs daily:run
uvicorn weekly:app --app-dir jobs
python -m jobs.daily
