from setuptools import setup

setup(
    entry_points="""
    [console_scripts]
    serve = labs.api:main [extra]
    about = labs.apiary:main
    # labs.api
    """,
)
