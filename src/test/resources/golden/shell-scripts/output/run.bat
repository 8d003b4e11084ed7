@echo off
python -m shop.site.pages.routes
python shop\core\invoices.py
