"""The kind of the jobs that make the files of the open data."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0028_passages_of_editions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='job',
            name='kind',
            field=models.CharField(choices=[('report_preview', 'aperçu d’un rapport'), ('edition_files', 'fichiers d’une édition'), ('edition_check', 'vérification d’une édition'), ('import_preview', 'aperçu d’un import'), ('import_write', 'enregistrement d’un import'), ('opening', 'ouverture d’une campagne'), ('closing', 'clôture d’une campagne'), ('export', 'export d’une liste'), ('open_data', 'fichiers des données ouvertes')], max_length=20, verbose_name='nature'),
        ),
    ]
