from setuptools import setup

setup(
    name="project",
    entry_points={"console_scripts": ["x = a.b:f"], "a.b": ["y = a.b"], "pytest11": ["z = a.b"]},
    py_modules=["a.b"],
)
