import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import programmes.models.laboratories
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0011_attempts_of_jobs'),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name='unitcode',
            name='unit_code_one_holder',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('type', '='), ('number', '='), (programmes.models.laboratories.DateRange(models.F('since'), models.F('until'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='unit_code_one_holder', violation_error_message='Ce code d’unité est déjà porté à ces dates.'),
        ),
    ]
