#!/bin/sh
# One move, by ferry and by rope, in turn on the same copy of a clone: wall time and peak memory.
#
#   bench/rope/run.sh CLONE PYTHON [ROUNDS]      PYTHON has rope: pip install rope==1.14.0
#
# Both compute the changes and write none. Ferry's first run reads everything (cold), the others use
# its cache (warm), as rope would if it kept one: it does not.

set -eu

clone=$(cd "$1" && pwd)
python=$2
rounds=${3:-3}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)

git clone --quiet --shared --no-checkout "$clone" "$work/repository"
cd "$work/repository"
git checkout --quiet -B main c4acf018fc5c01f2c92cd615fc33ff54d55f7294 2>/dev/null || true

source=labs/core/glyph/glyph_memory_integration.py
destination=core/glyph/glyph_memory_integration.py
mkdir -p core/glyph # rope moves into folders that are there

timed() {
  name=$1
  shift
  /usr/bin/time -f "$name %e s wall, %U s user, %M kB" "$@" >/dev/null
}

"$here/ferry" --version >/dev/null # builds where it must
for round in $(seq "$rounds"); do
  rm -rf .git/ferry
  timed "ferry cold" "$here/ferry" -q move "$source" "$destination"
  timed "ferry warm" "$here/ferry" -q move "$source" "$destination"
  timed "rope      " "$python" "$here/bench/rope/move.py" . "$source" core/glyph
done
for round in $(seq "$rounds"); do
  timed "status    " "$here/ferry" status "$here"/src/test/resources/lukhas/batch_core.tsv
done
rm -rf "$work"
