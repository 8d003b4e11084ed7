from invoke import task


@task
def lint(c, quick=False):
    c.run("ruff check c/d.py")
    c.run("python -m c.d")
    c.run(f"python -m c.d {quick}", pty=True)
    print("python -m a.b")


class Job:
    def go(self):
        self.run("python -m a.b")
