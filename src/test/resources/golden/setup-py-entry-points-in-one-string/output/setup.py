from setuptools import setup

setup(
    entry_points="""
    [console_scripts]
    serve = core.web:main [extra]
    about = labs.apiary:main
    # labs.api
    """,
)
