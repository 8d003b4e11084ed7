#!/bin/sh
# Times `ferry lanes` cold, again, and after one changed file, and import-linter on the same tree.
# Usage: bench/lanes/run.sh CHECKOUT CONTRACTS PYTHON-WITH-IMPORT-LINTER [ROUNDS] [ROOT-OF-PACKAGES] [PREFIX-OF-CHANGED-FILES]
# The last lines are the guard as a gate of a run has it: a process that knows the tree already, one file
# changed (LaneBench; needs JAVA_HOME with a JDK 25 and FERRY_JAR, by default target/ferry.jar).
# FERRY names another program than the launcher of this checkout. CHECKOUT is a git checkout that nobody else uses; one of its files gets a line and loses it again.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
checkout=$1
contracts=$2
python=$3
rounds=${4:-5}
peer=$(dirname "$python")/lint-imports
roots=${5:-.}
ferry=${FERRY:-$here/../../ferry}
config=.ferry-bench-contracts.ini

cp "$contracts" "$checkout/$config"
file=$(git -C "$checkout" ls-files '*.py' | grep -v __init__ | head -n 1)
cp "$checkout/$file" "$checkout/.ferry-bench-kept"
trap 'mv "$checkout/.ferry-bench-kept" "$checkout/$file"; rm -f "$checkout/$config"' EXIT INT TERM

now() { "$python" -c 'import time; print(time.time())'; }

timed() { # what, command...
  what=$1
  shift
  begin=$(now)
  ( cd "$checkout" && "$@" >"$out" 2>"$out.err" ) || true
  end=$(now)
  printf '%s\t%s\n' "$what" "$(echo "$end $begin" | awk '{printf "%.3f", $1 - $2}')" >>"$times"
}

out=$(mktemp)
times=$(mktemp)
git_directory=$(git -C "$checkout" rev-parse --absolute-git-dir)
round=1
while [ "$round" -le "$rounds" ]; do
  rm -rf "$git_directory/ferry"
  timed "ferry lanes, cold" "$ferry" lanes --config "$config"
  cp "$out" "$out.ferry"
  timed "ferry lanes, again" "$ferry" lanes --config "$config"
  echo "# $round" >>"$checkout/$file"
  timed "ferry lanes, one file changed" "$ferry" lanes --config "$config"
  timed "ferry --version (the start alone)" "$ferry" --version
  rm -rf "$checkout/.import_linter_cache"
  timed "import-linter, cold" env PYTHONPATH="$checkout/$roots" "$peer" "$config"
  timed "import-linter, again" env PYTHONPATH="$checkout/$roots" "$peer" "$config"
  round=$((round + 1))
done

echo "ferry:         $(grep '^Contracts:' "$out.ferry" || tail -n 3 "$out.ferry")"
echo "import-linter: $(grep '^Contracts:' "$out" || tail -n 3 "$out.err")"
echo "seconds, median of $rounds:"
cut -f 1 "$times" | sort -u | while IFS= read -r what; do
  awk -F '\t' -v what="$what" '$1 == what {print $2}' "$times" | sort -n |
    awk -v what="$what" '{v[NR] = $1} END {printf "  %-36s %s\n", what, v[int((NR + 1) / 2)]}'
done
rm -f "$out" "$out.err" "$out.ferry" "$times"

jar=${FERRY_JAR:-$here/../../target/ferry.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$(mktemp -d)
"${java}c" -d "$classes" -cp "$jar" "$here/LaneBench.java"
echo "ferry's gate in a run, after one changed file:"
# the options of the launcher
"$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx640m -cp "$classes:$jar" \
  LaneBench "$checkout" "$contracts" "${6:-}"
rm -rf "$classes"
