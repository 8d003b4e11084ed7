from celery import Celery, shared_task, signature

app = Celery("proj", include=["c.d"])
app2 = Celery("a.b")
app.autodiscover_tasks(["a", "c.d"])
app.config_from_object("c.d")
app.config_from_object("c.d:K", namespace="X")
app.conf.imports = ("c.d",)
app.conf.update(imports=["c.d"])
app.conf.beat_schedule = {
    "one": {"task": "c.d.f", "schedule": 3},
    "two": {"task": "a.b.own", "schedule": 3},
}
app.conf.task_routes = {"a.b.*": {"queue": "q"}, "c.d.f": {"queue": "r"}}
app.send_task("c.d.f", args=[1])
signature("c.d.f")


@shared_task(name="a.b.named")
def named():
    pass
