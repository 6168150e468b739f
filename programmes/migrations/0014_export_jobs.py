"""The export of a list is a job."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Names the new kind of job."""

    dependencies = [
        ("programmes", "0013_actions_of_the_trail"),
    ]

    operations = [
        migrations.AlterField(
            model_name="job",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report_preview", "aperçu d’un rapport"),
                    ("edition_files", "fichiers d’une édition"),
                    ("import_preview", "aperçu d’un import"),
                    ("import_write", "enregistrement d’un import"),
                    ("opening", "ouverture d’une campagne"),
                    ("export", "export d’une liste"),
                ],
                max_length=20,
                verbose_name="nature",
            ),
        ),
    ]
