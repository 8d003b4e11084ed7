#!/bin/sh
PKG=a
export SRC=a
python -m $PKG.b
python -m "${PKG}.other"
python $SRC/../c/d.py
