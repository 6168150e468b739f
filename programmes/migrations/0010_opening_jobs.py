"""The opening of a campaign is a job."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Names the new kind of job."""

    dependencies = [
        ("programmes", "0009_imports"),
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
                ],
                max_length=20,
                verbose_name="nature",
            ),
        ),
    ]
