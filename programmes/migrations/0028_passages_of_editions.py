"""The words of the editions, for the search of the site."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0027_stamps_of_pages'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], max_length=2, verbose_name='langue')),
                ('rank', models.PositiveIntegerField(verbose_name='rang')),
                ('chapter', models.CharField(blank=True, max_length=120, verbose_name='chapitre')),
                ('page', models.PositiveIntegerField(default=1, verbose_name='page')),
                ('anchor', models.CharField(max_length=160, verbose_name='ancre')),
                ('above', models.TextField(blank=True, verbose_name='titre du chapitre')),
                ('title', models.TextField(verbose_name='titre')),
                ('text', models.TextField(blank=True, verbose_name='texte')),
                ('search', models.GeneratedField(db_persist=True, expression=models.Case(models.When(language='en', then=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', config='english', weight='A'), '||', django.contrib.postgres.search.SearchVector('text', config='english', weight='C'), django.contrib.postgres.search.SearchConfig('english'))), default=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', config='fr', weight='A'), '||', django.contrib.postgres.search.SearchVector('text', config='fr', weight='C'), django.contrib.postgres.search.SearchConfig('fr')), output_field=django.contrib.postgres.search.SearchVectorField()), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='programmes.edition', verbose_name='édition')),
            ],
            options={
                'verbose_name': 'passage d’une édition',
                'verbose_name_plural': 'passages des éditions',
                'ordering': ['edition', 'language', 'rank'],
                'default_permissions': (),
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='passage_search')],
                'constraints': [models.UniqueConstraint(fields=('edition', 'language', 'rank'), name='passage_unique')],
            },
        ),
    ]
