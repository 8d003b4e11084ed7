from invoke import task


@task
def serve(c):
    c.run("python -m shop.web.routes")
    c.run("pytest shop/web --cov=shop.billing")
