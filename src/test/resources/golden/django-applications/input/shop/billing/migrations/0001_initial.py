from django.db import migrations, models
import shop.billing.models


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial"), ("auth", "0012_x")]
    replaces = [("billing", "0000")]
    operations = [
        migrations.CreateModel(
            name="Bill",
            fields=[("x", models.CharField(default=shop.billing.models.X))],
            bases=(shop.billing.models.X, "billing.Base"),
        ),
        migrations.RunPython(shop.billing.models.X),
    ]
