#!/bin/sh
python -m labs.api
