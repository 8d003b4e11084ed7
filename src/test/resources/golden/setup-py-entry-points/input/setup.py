from setuptools import setup

setup(
    name="labs.api",
    py_modules=["labs.api"],  # labs.api
    packages=["labs", "core"],
    entry_points={
        "console_scripts": [
            "serve = labs.api:main",
            'other=candidate.labs.api:main',
        ],
    },
)
