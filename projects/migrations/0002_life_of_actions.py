import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('projects', '0001_actions'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Call',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('audience', models.CharField(blank=True, max_length=250, verbose_name='pour qui')),
                    ('audience_en', models.CharField(blank=True, max_length=250, verbose_name='pour qui, en anglais')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouvre le')),
                    ('closes_on', models.DateField(blank=True, null=True, verbose_name='ferme le')),
                    ('decided_on', models.DateField(blank=True, null=True, verbose_name='sélection le')),
                    ('apply_url', models.URLField(blank=True, verbose_name='où candidater')),
                    ('places', models.PositiveIntegerField(blank=True, null=True, verbose_name='places prévues')),
                    ('applications', models.PositiveIntegerField(blank=True, null=True, verbose_name='candidatures évaluées')),
                    ('interviewed', models.PositiveIntegerField(blank=True, null=True, verbose_name='candidatures auditionnées')),
                    ('awarded', models.PositiveIntegerField(blank=True, null=True, verbose_name='lauréats')),
                    ('withdrawn', models.PositiveIntegerField(blank=True, null=True, verbose_name='désistements')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'appel',
                    'verbose_name_plural': 'appels',
                    'ordering': ['project', 'year', 'reference'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('opens_on__isnull', True), ('closes_on__isnull', True), ('closes_on__gte', models.F('opens_on')), _connector='OR'), name='call_dates', violation_error_message='Un appel ferme après avoir ouvert.'), models.CheckConstraint(condition=models.Q(('awarded__isnull', True), ('applications__isnull', True), ('applications__gte', models.F('awarded')), _connector='OR'), name='call_awarded', violation_error_message='Il n’y a pas plus de lauréats que de candidatures.'), models.CheckConstraint(condition=models.Q(('withdrawn__isnull', True), ('awarded__isnull', True), ('awarded__gte', models.F('withdrawn')), _connector='OR'), name='call_withdrawn', violation_error_message='Il n’y a pas plus de désistements que de lauréats.')],
                },
            ), migrations.CreateModel(
                name='CallHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(db_index=False, help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, verbose_name='adresse')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('audience', models.CharField(blank=True, max_length=250, verbose_name='pour qui')),
                    ('audience_en', models.CharField(blank=True, max_length=250, verbose_name='pour qui, en anglais')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouvre le')),
                    ('closes_on', models.DateField(blank=True, null=True, verbose_name='ferme le')),
                    ('decided_on', models.DateField(blank=True, null=True, verbose_name='sélection le')),
                    ('apply_url', models.URLField(blank=True, verbose_name='où candidater')),
                    ('places', models.PositiveIntegerField(blank=True, null=True, verbose_name='places prévues')),
                    ('applications', models.PositiveIntegerField(blank=True, null=True, verbose_name='candidatures évaluées')),
                    ('interviewed', models.PositiveIntegerField(blank=True, null=True, verbose_name='candidatures auditionnées')),
                    ('awarded', models.PositiveIntegerField(blank=True, null=True, verbose_name='lauréats')),
                    ('withdrawn', models.PositiveIntegerField(blank=True, null=True, verbose_name='désistements')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.call')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Document',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('title', models.CharField(max_length=200, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=200, verbose_name='titre en anglais')),
                    ('file', models.FileField(blank=True, upload_to='documents/', validators=[django.core.validators.FileExtensionValidator(['pdf', 'odt', 'ods', 'csv', 'png', 'jpg'])], verbose_name='fichier')),
                    ('url', models.URLField(blank=True, verbose_name='ou adresse')),
                    ('dated_on', models.DateField(blank=True, null=True, verbose_name='daté du')),
                    ('is_public', models.BooleanField(default=False, verbose_name='public')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'document',
                    'verbose_name_plural': 'documents',
                    'ordering': ['project', '-dated_on', 'title'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'title'), name='document_unique', violation_error_message='Un document porte déjà ce titre.'), models.CheckConstraint(condition=models.Q(models.Q(('file', ''), _negated=True), models.Q(('url', ''), _negated=True), _connector='OR'), name='document_file_or_url', violation_error_message='Un document a un fichier ou une adresse.')],
                },
            ), migrations.CreateModel(
                name='DocumentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('title', models.CharField(max_length=200, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=200, verbose_name='titre en anglais')),
                    ('file', models.FileField(blank=True, upload_to='documents/', validators=[django.core.validators.FileExtensionValidator(['pdf', 'odt', 'ods', 'csv', 'png', 'jpg'])], verbose_name='fichier')),
                    ('url', models.URLField(blank=True, verbose_name='ou adresse')),
                    ('dated_on', models.DateField(blank=True, null=True, verbose_name='daté du')),
                    ('is_public', models.BooleanField(default=False, verbose_name='public')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.document')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Event',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('starts_on', models.DateField(verbose_name='du')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='au')),
                    ('place', models.CharField(blank=True, max_length=160, verbose_name='lieu')),
                    ('attendance', models.PositiveIntegerField(blank=True, null=True, verbose_name='participants')),
                    ('attendance_precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'événement',
                    'verbose_name_plural': 'événements',
                    'ordering': ['-starts_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='event_dates', violation_error_message='Un événement finit après avoir commencé.')],
                },
            ), migrations.CreateModel(
                name='EventHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(db_index=False, help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, verbose_name='adresse')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('starts_on', models.DateField(verbose_name='du')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='au')),
                    ('place', models.CharField(blank=True, max_length=160, verbose_name='lieu')),
                    ('attendance', models.PositiveIntegerField(blank=True, null=True, verbose_name='participants')),
                    ('attendance_precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.event')),
                    ('project', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='KeyFigure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('as_of', models.DateField(blank=True, null=True, verbose_name='arrêté au')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('label', models.CharField(max_length=200, verbose_name='libellé')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='libellé en anglais')),
                    ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='valeur')),
                    ('value_max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='valeur, au plus')),
                    ('unit', models.CharField(blank=True, max_length=40, verbose_name='unité')),
                    ('unit_en', models.CharField(blank=True, max_length=40, verbose_name='unité en anglais')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='key_figures', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'chiffre clé',
                    'verbose_name_plural': 'chiffres clés',
                    'ordering': ['project', 'rank', 'year'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'year', 'label'), name='key_figure_unique', nulls_distinct=False, violation_error_message='Ce chiffre est déjà inscrit pour cette année.'), models.CheckConstraint(condition=models.Q(models.Q(('precision', 'between'), _negated=True), models.Q(('value_max__gte', models.F('value')), ('value_max__isnull', False)), _connector='OR'), name='key_figure_between', violation_error_message='«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre.')],
                },
            ), migrations.CreateModel(
                name='KeyFigureHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('as_of', models.DateField(blank=True, null=True, verbose_name='arrêté au')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('label', models.CharField(max_length=200, verbose_name='libellé')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='libellé en anglais')),
                    ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='valeur')),
                    ('value_max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='valeur, au plus')),
                    ('unit', models.CharField(blank=True, max_length=40, verbose_name='unité')),
                    ('unit_en', models.CharField(blank=True, max_length=40, verbose_name='unité en anglais')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.keyfigure')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Milestone',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('rank', models.PositiveSmallIntegerField(verbose_name='n°')),
                    ('label', models.CharField(max_length=200, verbose_name='jalon')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='jalon en anglais')),
                    ('planned_on', models.DateField(blank=True, null=True, verbose_name='prévu le')),
                    ('reached_on', models.DateField(blank=True, null=True, verbose_name='atteint le')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'jalon',
                    'verbose_name_plural': 'jalons',
                    'ordering': ['project', 'rank'],
                    'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('project', 'rank'), name='milestone_unique', violation_error_message='Ce numéro de jalon existe déjà dans l’action.')],
                },
            ), migrations.CreateModel(
                name='MilestoneHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('rank', models.PositiveSmallIntegerField(verbose_name='n°')),
                    ('label', models.CharField(max_length=200, verbose_name='jalon')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='jalon en anglais')),
                    ('planned_on', models.DateField(blank=True, null=True, verbose_name='prévu le')),
                    ('reached_on', models.DateField(blank=True, null=True, verbose_name='atteint le')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.milestone')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Output',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('publication', 'publication'), ('data_set', 'jeu de données'), ('software', 'logiciel'), ('patent', 'brevet'), ('exhibition', 'exposition'), ('other', 'autre production')], max_length=12, verbose_name='nature')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('title', models.CharField(max_length=300, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=300, verbose_name='titre en anglais')),
                    ('doi', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='doi', verbose_name='DOI')),
                    ('hal_id', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='hal', verbose_name='HAL')),
                    ('url', models.URLField(blank=True, verbose_name='adresse')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outputs', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'production',
                    'verbose_name_plural': 'productions',
                    'ordering': ['project', '-year', 'title'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'year', 'title'), name='output_unique', violation_error_message='Cette production est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='OutputHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('publication', 'publication'), ('data_set', 'jeu de données'), ('software', 'logiciel'), ('patent', 'brevet'), ('exhibition', 'exposition'), ('other', 'autre production')], max_length=12, verbose_name='nature')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('title', models.CharField(max_length=300, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=300, verbose_name='titre en anglais')),
                    ('doi', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='doi', verbose_name='DOI')),
                    ('hal_id', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='hal', verbose_name='HAL')),
                    ('url', models.URLField(blank=True, verbose_name='adresse')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.output')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_callhistory" ("applications", "apply_url", "audience", "audience_en", "awarded", "closes_on", "decided_on", "id", "interviewed", "is_demo", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "reference", "slug", "source", "status", "title", "title_en", "version", "withdrawn", "year") VALUES (NEW."applications", NEW."apply_url", NEW."audience", NEW."audience_en", NEW."awarded", NEW."closes_on", NEW."decided_on", NEW."id", NEW."interviewed", NEW."is_demo", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."project_id", NEW."reference", NEW."slug", NEW."source", NEW."status", NEW."title", NEW."title_en", NEW."version", NEW."withdrawn", NEW."year"); RETURN NULL;', hash='35b7bc88e911278e7510af854e493e26a90f7fe6', operation='INSERT', pgid='pgtrigger_insert_insert_de8f6', table='projects_call', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_callhistory" ("applications", "apply_url", "audience", "audience_en", "awarded", "closes_on", "decided_on", "id", "interviewed", "is_demo", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "reference", "slug", "source", "status", "title", "title_en", "version", "withdrawn", "year") VALUES (NEW."applications", NEW."apply_url", NEW."audience", NEW."audience_en", NEW."awarded", NEW."closes_on", NEW."decided_on", NEW."id", NEW."interviewed", NEW."is_demo", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."project_id", NEW."reference", NEW."slug", NEW."source", NEW."status", NEW."title", NEW."title_en", NEW."version", NEW."withdrawn", NEW."year"); RETURN NULL;', hash='ed653f84add3d8c690b29a3aa93243bfb6125bd6', operation='UPDATE', pgid='pgtrigger_update_update_7aab7', table='projects_call', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_callhistory" ("applications", "apply_url", "audience", "audience_en", "awarded", "closes_on", "decided_on", "id", "interviewed", "is_demo", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "reference", "slug", "source", "status", "title", "title_en", "version", "withdrawn", "year") VALUES (OLD."applications", OLD."apply_url", OLD."audience", OLD."audience_en", OLD."awarded", OLD."closes_on", OLD."decided_on", OLD."id", OLD."interviewed", OLD."is_demo", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."project_id", OLD."reference", OLD."slug", OLD."source", OLD."status", OLD."title", OLD."title_en", OLD."version", OLD."withdrawn", OLD."year"); RETURN NULL;', hash='6ba116083d75e2f8e8fa07277d67eee57b88b243', operation='DELETE', pgid='pgtrigger_delete_delete_891ab', table='projects_call', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."applications" IS DISTINCT FROM (NEW."applications") OR OLD."apply_url" IS DISTINCT FROM (NEW."apply_url") OR OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."audience_en" IS DISTINCT FROM (NEW."audience_en") OR OLD."awarded" IS DISTINCT FROM (NEW."awarded") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."decided_on" IS DISTINCT FROM (NEW."decided_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interviewed" IS DISTINCT FROM (NEW."interviewed") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."withdrawn" IS DISTINCT FROM (NEW."withdrawn") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='efd864eef244039e14ce99ee3bd10767494b0694', operation='UPDATE', pgid='pgtrigger_count_version_7a44c', table='projects_call', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='884e6d7747f31e1a375daae93dcc3efece78c9ef', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_8d059', table='projects_call', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'projects' AND model = 'call'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='647fc0208a54d198bceb23b06852803f5022c086', operation='UPDATE', pgid='pgtrigger_former_address_71adc', table='projects_call', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_documenthistory" ("dated_on", "file", "id", "is_demo", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version") VALUES (NEW."dated_on", NEW."file", NEW."id", NEW."is_demo", NEW."is_public", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."source", NEW."title", NEW."title_en", NEW."url", NEW."version"); RETURN NULL;', hash='a4fb6fdd40a382cd29328e95dc36fb7bf9fd9cfa', operation='INSERT', pgid='pgtrigger_insert_insert_7d063', table='projects_document', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_documenthistory" ("dated_on", "file", "id", "is_demo", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version") VALUES (NEW."dated_on", NEW."file", NEW."id", NEW."is_demo", NEW."is_public", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."source", NEW."title", NEW."title_en", NEW."url", NEW."version"); RETURN NULL;', hash='1b338d344036bc7fd35d41ac4c812ddd6f47cc13', operation='UPDATE', pgid='pgtrigger_update_update_25003', table='projects_document', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_documenthistory" ("dated_on", "file", "id", "is_demo", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version") VALUES (OLD."dated_on", OLD."file", OLD."id", OLD."is_demo", OLD."is_public", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."source", OLD."title", OLD."title_en", OLD."url", OLD."version"); RETURN NULL;', hash='c61a83c5fbe9c76eb327432ff9fdc470eafd75d2', operation='DELETE', pgid='pgtrigger_delete_delete_06eff', table='projects_document', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."dated_on" IS DISTINCT FROM (NEW."dated_on") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='c07cf9fa350593d1c6a11cd03114341a631d1ade', operation='UPDATE', pgid='pgtrigger_count_version_95718', table='projects_document', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_eventhistory" ("attendance", "attendance_precision", "ends_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "project_id", "reference", "slug", "source", "starts_on", "status", "title", "title_en", "version", "website") VALUES (NEW."attendance", NEW."attendance_precision", NEW."ends_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."project_id", NEW."reference", NEW."slug", NEW."source", NEW."starts_on", NEW."status", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='477b90e2c237f4715e66682bb1b12d9715d5c8a8', operation='INSERT', pgid='pgtrigger_insert_insert_57446', table='projects_event', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_eventhistory" ("attendance", "attendance_precision", "ends_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "project_id", "reference", "slug", "source", "starts_on", "status", "title", "title_en", "version", "website") VALUES (NEW."attendance", NEW."attendance_precision", NEW."ends_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."project_id", NEW."reference", NEW."slug", NEW."source", NEW."starts_on", NEW."status", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='44da534bd6b2b163daddfd52b17485b3a851e192', operation='UPDATE', pgid='pgtrigger_update_update_2e2a4', table='projects_event', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_eventhistory" ("attendance", "attendance_precision", "ends_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "project_id", "reference", "slug", "source", "starts_on", "status", "title", "title_en", "version", "website") VALUES (OLD."attendance", OLD."attendance_precision", OLD."ends_on", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."project_id", OLD."reference", OLD."slug", OLD."source", OLD."starts_on", OLD."status", OLD."title", OLD."title_en", OLD."version", OLD."website"); RETURN NULL;', hash='1e355d048cb6e23374c6602e4a76da2f2b1b8696', operation='DELETE', pgid='pgtrigger_delete_delete_376a3', table='projects_event', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attendance" IS DISTINCT FROM (NEW."attendance") OR OLD."attendance_precision" IS DISTINCT FROM (NEW."attendance_precision") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='ed4c3d2fba48a247d7a8ef52eb57736741463bbe', operation='UPDATE', pgid='pgtrigger_count_version_b7670', table='projects_event', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='8aabb7d295da9e23c02af43bf6dac8f1333a8276', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_5e5d3', table='projects_event', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='event',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'projects' AND model = 'event'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='ccd43ba75dd298b92b80ce5c6e61ea54634f6d37', operation='UPDATE', pgid='pgtrigger_former_address_7d3b0', table='projects_event', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keyfigure',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_keyfigurehistory" ("as_of", "id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "rank", "source", "unit", "unit_en", "value", "value_max", "version", "year") VALUES (NEW."as_of", NEW."id", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."project_id", NEW."rank", NEW."source", NEW."unit", NEW."unit_en", NEW."value", NEW."value_max", NEW."version", NEW."year"); RETURN NULL;', hash='d625cf8758db6002de26d2f56262ee7408b1dc2b', operation='INSERT', pgid='pgtrigger_insert_insert_b7ee7', table='projects_keyfigure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keyfigure',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_keyfigurehistory" ("as_of", "id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "rank", "source", "unit", "unit_en", "value", "value_max", "version", "year") VALUES (NEW."as_of", NEW."id", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."project_id", NEW."rank", NEW."source", NEW."unit", NEW."unit_en", NEW."value", NEW."value_max", NEW."version", NEW."year"); RETURN NULL;', hash='184e6712caa4fa761c8f3ef301c29df569e23d00', operation='UPDATE', pgid='pgtrigger_update_update_58571', table='projects_keyfigure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keyfigure',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_keyfigurehistory" ("as_of", "id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "rank", "source", "unit", "unit_en", "value", "value_max", "version", "year") VALUES (OLD."as_of", OLD."id", OLD."is_demo", OLD."label", OLD."label_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."project_id", OLD."rank", OLD."source", OLD."unit", OLD."unit_en", OLD."value", OLD."value_max", OLD."version", OLD."year"); RETURN NULL;', hash='6bb1bb3ea8a95becc21c4aa5cb79271aba573c8c', operation='DELETE', pgid='pgtrigger_delete_delete_bad22', table='projects_keyfigure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keyfigure',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."label_en" IS DISTINCT FROM (NEW."label_en") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."unit_en" IS DISTINCT FROM (NEW."unit_en") OR OLD."value" IS DISTINCT FROM (NEW."value") OR OLD."value_max" IS DISTINCT FROM (NEW."value_max") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='78b8b4a164c7d64e855f800c4d84c7ed3ace5bf2', operation='UPDATE', pgid='pgtrigger_count_version_1826a', table='projects_keyfigure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='milestone',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestonehistory" ("id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "rank", "reached_on", "source", "version") VALUES (NEW."id", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."project_id", NEW."rank", NEW."reached_on", NEW."source", NEW."version"); RETURN NULL;', hash='52e28c7ba161d53e15ef338644455677005cddd4', operation='INSERT', pgid='pgtrigger_insert_insert_2945c', table='projects_milestone', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='milestone',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_milestonehistory" ("id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "rank", "reached_on", "source", "version") VALUES (NEW."id", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."project_id", NEW."rank", NEW."reached_on", NEW."source", NEW."version"); RETURN NULL;', hash='43b97be7aa9a994c8efe16ea18ac6d838b715cc0', operation='UPDATE', pgid='pgtrigger_update_update_96e58', table='projects_milestone', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='milestone',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestonehistory" ("id", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "rank", "reached_on", "source", "version") VALUES (OLD."id", OLD."is_demo", OLD."label", OLD."label_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_on", OLD."project_id", OLD."rank", OLD."reached_on", OLD."source", OLD."version"); RETURN NULL;', hash='a05ce7efaab3aa9ae78c7f780f82b9df803e98d3', operation='DELETE', pgid='pgtrigger_delete_delete_fed44', table='projects_milestone', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='milestone',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."label_en" IS DISTINCT FROM (NEW."label_en") OR OLD."planned_on" IS DISTINCT FROM (NEW."planned_on") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reached_on" IS DISTINCT FROM (NEW."reached_on") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='4d091750db57b6da5a72e3729bf8aec358a97508', operation='UPDATE', pgid='pgtrigger_count_version_5e8d3', table='projects_milestone', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_outputhistory" ("doi", "hal_id", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version", "year") VALUES (NEW."doi", NEW."hal_id", NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."source", NEW."title", NEW."title_en", NEW."url", NEW."version", NEW."year"); RETURN NULL;', hash='41fc68cce70473b07d6abb1992120f04eec9bb74', operation='INSERT', pgid='pgtrigger_insert_insert_4afd6', table='projects_output', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_outputhistory" ("doi", "hal_id", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version", "year") VALUES (NEW."doi", NEW."hal_id", NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."source", NEW."title", NEW."title_en", NEW."url", NEW."version", NEW."year"); RETURN NULL;', hash='7987677db3796a4e82e1e5047a8b630fc761784f', operation='UPDATE', pgid='pgtrigger_update_update_b29c9', table='projects_output', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_outputhistory" ("doi", "hal_id", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "source", "title", "title_en", "url", "version", "year") VALUES (OLD."doi", OLD."hal_id", OLD."id", OLD."is_demo", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."source", OLD."title", OLD."title_en", OLD."url", OLD."version", OLD."year"); RETURN NULL;', hash='7ea1b10cad3af858e70452784dbe64e65b30ac3a', operation='DELETE', pgid='pgtrigger_delete_delete_f0fe6', table='projects_output', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."doi" IS DISTINCT FROM (NEW."doi") OR OLD."hal_id" IS DISTINCT FROM (NEW."hal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='2da6b979e47b8e350c803fbcccadb0b23dc4085c', operation='UPDATE', pgid='pgtrigger_count_version_19676', table='projects_output', when='BEFORE')),
            )],
        ),
    ]
