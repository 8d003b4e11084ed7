@echo off
python -m shop.web.routes
python shop\billing.py
