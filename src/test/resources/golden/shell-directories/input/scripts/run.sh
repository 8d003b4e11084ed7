#!/usr/bin/env bash
set -eu
cd jobs   # where they are
python daily.py --force
python feeds/pull.py
cd ..
python jobs/daily.py
pushd jobs > /dev/null; python daily.py; popd
python daily.py
(
  cd jobs
  python daily.py
)
python jobs/daily.py
OUT=$(cd jobs && python daily.py)
if [ -d jobs ]; then
  cd jobs || exit 1
  ./daily.py
  cd -
fi
cd "$(dirname "$0")/../jobs"
python daily.py
cd "$(git rev-parse --show-toplevel)/jobs" && python daily.py
cd "$SOMEWHERE"
python daily.py
cd /srv/app/jobs
python daily.py
cd /opt/other
python daily.py
cd "$SOMEWHERE"
cat <<'TEXT'
cd jobs
don't
TEXT
clean() {
  cd jobs
  rm -f daily.py
}
clean
python daily.py
env -C jobs python daily.py; uv run --directory jobs python daily.py
