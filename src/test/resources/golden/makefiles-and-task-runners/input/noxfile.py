import nox

SOURCES = ["shop/web", "shop/billing.py", "tests"]


@nox.session
def tests(session):
    session.run("pytest", "--cov=shop.billing", "--cov", "shop.web", "shop/web")
    session.run("python", "-m", "shop.web.routes", env={"DJANGO_SETTINGS_MODULE": "shop.web.settings"})
    session.run("mypy", "-p", "shop.web")
