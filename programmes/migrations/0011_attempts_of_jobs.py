from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0010_opening_jobs'),
    ]

    operations = [
        migrations.AddField(
            model_name='job',
            name='attempts',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='essais'),
        ),
    ]
