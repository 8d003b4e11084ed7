from invoke import task


@task
def serve(c):
    c.run("python -m shop.site.pages.routes")
    c.run("pytest shop/site/pages --cov=shop.core.invoices")
