#!/bin/sh
python -m core.web
