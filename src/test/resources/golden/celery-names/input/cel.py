from celery import Celery, shared_task, signature

app = Celery("proj", include=["a.b"])
app2 = Celery("a.b")
app.autodiscover_tasks(["a", "a.b"])
app.config_from_object("a.b")
app.config_from_object("a.b:K", namespace="X")
app.conf.imports = ("a.b",)
app.conf.update(imports=["a.b"])
app.conf.beat_schedule = {
    "one": {"task": "a.b.f", "schedule": 3},
    "two": {"task": "a.b.own", "schedule": 3},
}
app.conf.task_routes = {"a.b.*": {"queue": "q"}, "a.b.f": {"queue": "r"}}
app.send_task("a.b.f", args=[1])
signature("a.b.f")


@shared_task(name="a.b.named")
def named():
    pass
