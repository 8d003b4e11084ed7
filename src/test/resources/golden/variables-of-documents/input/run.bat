@echo off
set SRC=a
set "OTHER=a"
python %SRC%\b.py
python %SRC%/b.py
python "%OTHER%\b.py"
python -m %SRC%.b
cd %SRC%
python b.py
