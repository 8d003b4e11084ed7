from setuptools import setup

setup(name="core-web", install_requires=["core"])
