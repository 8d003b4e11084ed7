#!/usr/bin/env bash
set -eu
cd jobs   # where they are
python ../work/nightly.py --force
python ../work/sources/pull.py
cd ..
python work/nightly.py
pushd jobs > /dev/null; python ../work/nightly.py; popd
python daily.py
(
  cd jobs
  python ../work/nightly.py
)
python work/nightly.py
OUT=$(cd jobs && python ../work/nightly.py)
if [ -d jobs ]; then
  cd jobs || exit 1
  ./../work/nightly.py
  cd -
fi
cd "$(dirname "$0")/../jobs"
python ../work/nightly.py
cd "$(git rev-parse --show-toplevel)/jobs" && python ../work/nightly.py
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
  rm -f ../work/nightly.py
}
clean
python daily.py
env -C jobs python ../work/nightly.py; uv run --directory jobs python ../work/nightly.py
