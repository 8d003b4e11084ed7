from celery import shared_task


@shared_task
def f():
    return 1


@shared_task(name="a.b.own")
def own():
    return 2


class K:
    pass
