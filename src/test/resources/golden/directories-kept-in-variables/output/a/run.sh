#!/bin/bash
python "$(dirname "$0")/../c/d.py"
DIR=$(dirname "$(readlink -f "$0")")
python "$DIR/../c/d.py"
ROOT="$(cd "$(dirname "$0")/.." && pwd)"
python "$ROOT/c/d.py" "${ROOT}/a/other.py"
TWO=a
TWO=c
python "$TWO/b.py"
python "$UNKNOWN/a/b.py"
