@echo off
set SRC=a
set "OTHER=a"
python %SRC%\..\c\d.py
python %SRC%/../c/d.py
python "%OTHER%\..\c\d.py"
python -m %SRC%.b
cd %SRC%
python ..\c\d.py
