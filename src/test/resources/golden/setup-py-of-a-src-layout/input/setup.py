#!/usr/bin/env python
"""Builds shop; see shop.billing."""
import os
from setuptools import Extension, find_packages, setup

ENTRY_POINTS = {
    "console_scripts": [
        "shop-serve = shop.web.routes:main",
        "shop-bill=shop.billing:run [pdf]",  # shop.billing
        "other = shopping.billing:run",
    ],
    "shop.plugins": ["billing = shop.billing", "web=shop.web:app"],
}

setup(
    name="shop.billing",
    package_dir={"": "src", "shop.web": "src/shop/web"},
    packages=["shop", "shop.core", "shop.web"],
    py_modules=["shop.billing"],
    package_data={"shop.web": ["templates/*.html"], "shop": ["web/static/*.js", "py.typed"]},
    exclude_package_data={"shop.web": ["*.po"]},
    data_files=[("share/shop", ["src/shop/web/data.json"])],
    scripts=["src/shop/web/serve.py"],
    entry_points=ENTRY_POINTS,
    ext_modules=[Extension("shop.web._speed", sources=["src/shop/web/_speed.c"])],
    test_suite="shop.web.tests",
    namespace_packages=["shop"],
    cmdclass={},
)
