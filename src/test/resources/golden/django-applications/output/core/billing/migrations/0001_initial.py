from django.db import migrations, models
import core.billing.models


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial"), ("auth", "0012_x")]
    replaces = [("billing", "0000")]
    operations = [
        migrations.CreateModel(
            name="Bill",
            fields=[("x", models.CharField(default=core.billing.models.X))],
            bases=(core.billing.models.X, "billing.Base"),
        ),
        migrations.RunPython(core.billing.models.X),
    ]
