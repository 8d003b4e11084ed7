#!/bin/sh
# All 144 rows of the three real batches on a clone of the repository that they were made for, with
# the static gates; prints how each row ended, then time and memory.
#
#   git clone https://github.com/LukhasAI/Lukhas
#   bench/real-run/run.sh Lukhas [VIRTUAL_ENVIRONMENT]
#
# The clone is only read: ferry works on a copy of it that shares its objects. With a virtual
# environment the repository's own smoke tests are run on every candidate as well.

set -eu

clone=$(cd "$1" && pwd)
environment=${2:-}
commit=c4acf018fc5c01f2c92cd615fc33ff54d55f7294
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)

git clone --quiet --shared --no-checkout "$clone" "$work/repository"
cd "$work/repository"
git remote remove origin
# five blobs are missing from the public copy: the checkout leaves those files out
git checkout --quiet -B main "$commit" 2>/dev/null || true

mkdir "$work/batches"
cp "$here"/src/test/resources/lukhas/batch_*.tsv "$work/batches"
{
  echo "batches:"
  for name in matriz core serve; do
    echo "  - $work/batches/batch_$name.tsv"
  done
  echo "base: main"
  if [ -n "$environment" ]; then
    echo "environment: {virtualenv: $environment}"
  else
    echo "gates: [syntax, schema, history]"
  fi
} >"$work/ferry.yaml"

ferry() {
  "$here/ferry" --config "$work/ferry.yaml" "$@"
}

ferry status
case $(uname) in
  Darwin) measure='/usr/bin/time -l' ;;
  *) measure='/usr/bin/time -v' ;;
esac
# shellcheck disable=SC2086 # the program and its option
$measure "$here/ferry" --config "$work/ferry.yaml" run --all --keep-going 2>"$work/run.log" || true
ferry status
grep -E 'Maximum resident|maximum resident|Elapsed|real' "$work/run.log" || true
echo "log: $work/run.log"
