from invoke import task


@task
def lint(c, quick=False):
    c.run("ruff check a/b.py")
    c.run("python -m a.b")
    c.run(f"python -m a.b {quick}", pty=True)
    print("python -m a.b")


class Job:
    def go(self):
        self.run("python -m a.b")
