import nox


@nox.session
def tests(session):
    session.run("mypy", "../a/b.py", "a/b.py")
