from setuptools import setup

setup(name="web", packages=["old_web"])
