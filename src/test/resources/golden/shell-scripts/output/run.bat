@echo off
python -m shop.site.pages.routes
python shop\billing.py
