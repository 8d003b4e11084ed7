#!/bin/bash
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
python "$HERE/a/b.py"
cd "$HERE/a"
python b.py
python $(dirname "$0")/a/b.py
A=a
cd $A && python b.py
for f in b.py; do python a/$f; done
