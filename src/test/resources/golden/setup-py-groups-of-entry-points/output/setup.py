from setuptools import setup

setup(
    name="project",
    entry_points={"console_scripts": ["x = c.d:f"], "a.b": ["y = c.d"], "pytest11": ["z = c.d"]},
    py_modules=["c.d"],
)
