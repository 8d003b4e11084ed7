import nox


@nox.session(python=["3.12"])
def tests(session):
    session.install("-e", ".", "a.b")
    session.run("pytest", "--cov=a.b", "tests")
    session.run("python", "-m", "a.b")
    session.run("mypy", "a/b.py", external=True)
    session.run_always("ruff", "check", "a/b.py", *session.posargs)
