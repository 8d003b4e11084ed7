import nox


@nox.session(python=["3.12"])
def tests(session):
    session.install("-e", ".", "a.b")
    session.run("pytest", "--cov=c.d", "tests")
    session.run("python", "-m", "c.d")
    session.run("mypy", "c/d.py", external=True)
    session.run_always("ruff", "check", "c/d.py", *session.posargs)
