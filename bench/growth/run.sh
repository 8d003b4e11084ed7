#!/bin/sh
# Synthetic monorepos of growing size: cold and warm snapshot with graph, one move, 1,000 moves as
# one map; wall time, processor time and peak memory of the whole program, each in a process.
#
#   bench/growth/run.sh [FILES ...]      default: 10000 100000; FERRY=... how ferry is started

set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
ferry=${FERRY:-$here/ferry}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 10000 100000

timed() {
  name=$1
  shift
  /usr/bin/time -f "$name: %e s wall, %U s user, %S s system, %M kB" "$@" >/dev/null
}

for files; do
  repository=$work/$files
  git init --quiet "$repository"
  python3 "$here/bench/growth/generate.py" "$files" | git -C "$repository" fast-import --quiet
  git -C "$repository" symbolic-ref HEAD refs/heads/main
  echo "$files files, $(git -C "$repository" count-objects -v | sed -n 's/size-pack: //p') kB packed"
  # 1,000 moves: the modules of the first packages, under new names in the same packages
  moves=$(git -C "$repository" ls-tree -r --name-only main | grep '/m[0-9]*\.py$' | head -1000 |
    sed 's|^\(.*\)/m\([0-9]*\)\.py$|\1/m\2.py \1/moved\2.py|')
  one="g00/p0/q0/m07.py g00/p0/q1/fresh07.py"
  # shellcheck disable=SC2086 # pairs of paths are split into words on purpose
  {
    timed "$files one move, cold" "$ferry" -q -C "$repository" move $one --commit --branch cold
    timed "$files one move, warm" "$ferry" -q -C "$repository" move $one --commit --branch warm
    timed "$files common module, warm" \
      "$ferry" -q -C "$repository" move g00/p0/q0/m00.py g00/p0/q1/fresh00.py --commit --branch common
    timed "$files 1,000 moves, warm" "$ferry" -q -C "$repository" move $moves --commit --branch many
  }
  rm -rf "$repository"
done
