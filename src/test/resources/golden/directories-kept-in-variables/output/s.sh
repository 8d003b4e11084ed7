#!/bin/bash
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
python "$HERE/c/d.py"
cd "$HERE/a"
python ../c/d.py
python $(dirname "$0")/c/d.py
A=a
cd $A && python b.py
for f in b.py; do python a/$f; done
