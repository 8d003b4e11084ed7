#!/usr/bin/env python
"""Builds shop; see shop.billing."""
import os
from setuptools import Extension, find_packages, setup

ENTRY_POINTS = {
    "console_scripts": [
        "shop-serve = shop.pages.routes:main",
        "shop-bill=shop.core.invoices:run [pdf]",  # shop.billing
        "other = shopping.billing:run",
    ],
    "shop.plugins": ["billing = shop.core.invoices", "web=shop.pages:app"],
}

setup(
    name="shop.billing",
    package_dir={"": "src", "shop.pages": "src/shop/pages"},
    packages=["shop", "shop.core", "shop.pages"],
    py_modules=["shop.core.invoices"],
    package_data={"shop.pages": ["templates/*.html"], "shop": ["web/static/*.js", "py.typed"]},
    exclude_package_data={"shop.pages": ["*.po"]},
    data_files=[("share/shop", ["src/shop/pages/data.json"])],
    scripts=["src/shop/pages/serve.py"],
    entry_points=ENTRY_POINTS,
    ext_modules=[Extension("shop.pages._speed", sources=["src/shop/pages/_speed.c"])],
    test_suite="shop.web.tests",
    namespace_packages=["shop"],
    cmdclass={},
)
