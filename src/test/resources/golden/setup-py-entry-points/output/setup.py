from setuptools import setup

setup(
    name="labs.api",
    py_modules=["core.web"],  # labs.api
    packages=["labs", "core"],
    entry_points={
        "console_scripts": [
            "serve = core.web:main",
            'other=candidate.labs.api:main',
        ],
    },
)
