#!/bin/sh
# All 144 rows of the three real batches on a clone of the repository that they were made for, with
# the static gates, by one worker and by two; prints how the rows ended, then time and memory.
#
#   git clone https://github.com/LukhasAI/Lukhas
#   bench/real-run/run.sh Lukhas [VIRTUAL_ENVIRONMENT]
#
# The clone is only read: ferry works on copies of it that share its objects. With a virtual
# environment the repository's own smoke tests are run on every candidate as well. WORKERS="1 2 4"
# in the environment names other numbers of workers.

set -eu

clone=$(cd "$1" && pwd)
environment=${2:-}
commit=c4acf018fc5c01f2c92cd615fc33ff54d55f7294
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
case $(uname) in
  Darwin) measure='/usr/bin/time -l' ;;
  *) measure='/usr/bin/time -f %e\ seconds,\ %U\ +\ %S\ of\ processor\ time,\ %M\ KB' ;;
esac

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

for workers in ${WORKERS:-1 2}; do
  copy="$work/repository-$workers"
  git clone --quiet --shared --no-checkout "$clone" "$copy"
  git -C "$copy" remote remove origin
  # five blobs are missing from the public copy: the checkout leaves those files out
  git -C "$copy" checkout --quiet -B main "$commit" 2>/dev/null || true
  rm -f "$work"/batches/*.done
  "$here/ferry" -C "$copy" --config "$work/ferry.yaml" status
  log="$work/run-$workers.log"
  eval "$measure" '"$here/ferry"' -C '"$copy"' --config '"$work/ferry.yaml"' \
    run --all --keep-going --parallel "$workers" 2>"$log" >"$work/out-$workers" || true
  echo "$workers workers: $(tail -n 1 "$work/out-$workers")"
  tail -n 3 "$log" | grep -E 'processor time|maximum resident|real' || true
  git -C "$copy" for-each-ref --format='%(refname) %(tree)' refs/heads >"$work/trees-$workers"
  echo "log: $log"
done

# every number of workers comes to the same trees
set -- "$work"/trees-*
for trees in "$@"; do
  cmp "$1" "$trees" && echo "$(wc -l <"$trees") branches, the same trees"
done
