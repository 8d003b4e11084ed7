import nox


@nox.session
def tests(session):
    session.run("mypy", "../c/d.py", "a/b.py")
