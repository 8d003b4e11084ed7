import nox

SOURCES = ["shop/web", "shop/billing.py", "tests"]


@nox.session
def tests(session):
    session.run("pytest", "--cov=shop.core.invoices", "--cov", "shop.site.pages", "shop/site/pages")
    session.run("python", "-m", "shop.site.pages.routes", env={"DJANGO_SETTINGS_MODULE": "shop.site.pages.settings"})
    session.run("mypy", "-p", "shop.site.pages")
