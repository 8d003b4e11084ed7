class K: pass


def task(name):
    return lambda function: function


def f(): pass


@task(name="a.b.named")
def named(): pass
