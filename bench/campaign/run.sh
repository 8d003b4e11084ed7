#!/bin/sh
# A simulated campaign: ferry plans MODULES moves of a synthetic repository (wall and processor time,
# peak memory), then the plan is worked on SLOTS virtual slots by the dispatcher of real runs.
#
#   bench/campaign/run.sh [MODULES [SLOTS [SEEDS]]]     default 10000 64 5; needs target/ferry.jar
#                                                       (./mvnw package) and, in JAVA_HOME or PATH,
#                                                       a JDK 25; FERRY=... how ferry is started

set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
modules=${1:-10000}
slots=${2:-64}
seeds=${3:-5}
ferry=${FERRY:-$here/ferry}
jar=${FERRY_JAR:-$here/target/ferry.jar}
libraries=${FERRY_LIBRARIES:-$here/target/lib/*}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

git init --quiet "$work/repository"
python3 "$here/bench/campaign/generate.py" "$modules" "$work/batch.tsv" |
  git -C "$work/repository" fast-import --quiet
git -C "$work/repository" symbolic-ref HEAD refs/heads/main

for round in cold warm; do
  /usr/bin/time -f "$modules modules planned, $round: %e s wall, %U s user, %S s system, %M kB" \
    "$ferry" -C "$work/repository" plan --explain --json --batch "$work/batch.tsv" > "$work/plan.json"
done

"${java}c" -d "$work/classes" -cp "$jar:$libraries" \
  "$here/src/test/java/dev/ferry/plan/safety/VirtualSlots.java" "$here/bench/campaign/CampaignBench.java"
"$java" -cp "$work/classes:$jar:$libraries" CampaignBench "$work/plan.json" "$slots" "$seeds"
