#!/usr/bin/env bash
set -eu
cd jobs   # where they are
python ../wharf/nightly.py --force
python ../wharf/sources/pull.py
cd ..
python wharf/nightly.py
pushd jobs > /dev/null; python ../wharf/nightly.py; popd
python daily.py
(
  cd jobs
  python ../wharf/nightly.py
)
python wharf/nightly.py
OUT=$(cd jobs && python ../wharf/nightly.py)
if [ -d jobs ]; then
  cd jobs || exit 1
  ./../wharf/nightly.py
  cd -
fi
cd "$(dirname "$0")/../jobs"
python ../wharf/nightly.py
cd "$(git rev-parse --show-toplevel)/jobs" && python ../wharf/nightly.py
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
  rm -f ../wharf/nightly.py
}
clean
python daily.py
env -C jobs python ../wharf/nightly.py; uv run --directory jobs python ../wharf/nightly.py
