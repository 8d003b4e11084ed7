#!/bin/sh
# How far ferry's cold snapshot is from what the machine gives: the bytes of all Python files of a
# clone, read by git alone, looked through byte by byte in Java, and scanned by ferry.
#
#   bench/limits/run.sh CLONE [ROUNDS]      needs target/ferry.jar (./mvnw package)

set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
clone=$1
rounds=${2:-3}
jar=${FERRY_JAR:-$here/target/ferry.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

git -C "$clone" ls-tree -r HEAD | awk '$2 == "blob" && /\.pyi?$/ { print $3 }' | sort -u > "$work/names"
git -C "$clone" cat-file --batch < "$work/names" > "$work/bytes"
echo "$(wc -l < "$work/names") blobs, $(wc -c < "$work/bytes") bytes"
"${java}c" -d "$work/classes" "$here/bench/limits/Look.java"
"${java}c" -d "$work/classes" -cp "$jar" "$here/bench/snapshot/SnapshotBench.java"
options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -XX:-UsePerfData"

timed() {
  name=$1
  shift
  /usr/bin/time -f "$name: %e s wall, %U s user, %S s system" "$@"
}

for round in $(seq "$rounds"); do
  timed "disk cache, read by cat      " cat "$work/bytes" > /dev/null
  timed "git cat-file --batch         " git -C "$clone" cat-file --batch < "$work/names" > /dev/null
  # shellcheck disable=SC2086 # options are split into words on purpose
  timed "every byte looked at in Java " "$java" $options -cp "$work/classes" Look "$work/bytes"
  rm -rf "$work/caches"
  # shellcheck disable=SC2086 # options are split into words on purpose
  timed "ferry's cold snapshot, graph " "$java" $options --enable-native-access=ALL-UNNAMED \
    -cp "$work/classes:$jar" SnapshotBench "$clone" "$work/caches" snapshot
done
