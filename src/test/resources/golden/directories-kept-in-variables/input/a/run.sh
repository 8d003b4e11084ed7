#!/bin/bash
python "$(dirname "$0")/b.py"
DIR=$(dirname "$(readlink -f "$0")")
python "$DIR/b.py"
ROOT="$(cd "$(dirname "$0")/.." && pwd)"
python "$ROOT/a/b.py" "${ROOT}/a/other.py"
TWO=a
TWO=c
python "$TWO/b.py"
python "$UNKNOWN/a/b.py"
