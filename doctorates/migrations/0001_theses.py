import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
import programmes.models.base
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
        ('programmes', '__first__'),
        ('projects', '0005_sheets_of_actions'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='DoctoralSchool',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='numéro')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('former_acronym', models.CharField(blank=True, max_length=40, verbose_name='ancien sigle')),
                    ('name', models.CharField(max_length=200, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=200, verbose_name='nom en anglais')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('created_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de création')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doctoral_schools', to='programmes.organisation', verbose_name='établissement')),
                ],
                options={
                    'verbose_name': 'école doctorale',
                    'verbose_name_plural': 'écoles doctorales',
                    'ordering': ['number'],
                },
            ), migrations.CreateModel(
                name='DoctoralSchoolHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('former_acronym', models.CharField(blank=True, max_length=40, verbose_name='ancien sigle')),
                    ('name', models.CharField(max_length=200, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=200, verbose_name='nom en anglais')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('created_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de création')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='établissement')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.doctoralschool')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Thesis',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('title', models.CharField(max_length=400, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=400, verbose_name='titre en anglais')),
                    ('abstract', models.TextField(blank=True, verbose_name='résumé')),
                    ('abstract_en', models.TextField(blank=True, verbose_name='résumé en anglais')),
                    ('keywords', models.CharField(blank=True, help_text='Séparés par des virgules.', max_length=300, verbose_name='mots clés')),
                    ('keywords_en', models.CharField(blank=True, max_length=300, verbose_name='mots clés en anglais')),
                    ('discipline', models.CharField(blank=True, max_length=120, verbose_name='discipline')),
                    ('discipline_en', models.CharField(blank=True, max_length=120, verbose_name='discipline en anglais')),
                    ('is_cifre', models.BooleanField(default=False, verbose_name='CIFRE')),
                    ('state', models.CharField(choices=[('filed', 'déposée'), ('ranked', 'classée'), ('selected', 'retenue par un vote'), ('E', 'en préparation'), ('S', 'soutenue'), ('A', 'abandonnée'), ('U', 'transférée'), ('without_effect', 'sans suite')], default='filed', max_length=14, verbose_name='état')),
                    ('registered_on', models.DateField(blank=True, null=True, verbose_name='première inscription')),
                    ('contract_ends_on', models.DateField(blank=True, null=True, verbose_name='fin du contrat')),
                    ('planned_defence', models.DateField(blank=True, null=True, verbose_name='soutenance prévue')),
                    ('defended_on', models.DateField(blank=True, null=True, verbose_name='soutenue le')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='abandon ou transfert')),
                    ('result', models.CharField(blank=True, choices=[('admis', 'admis'), ('ajourné', 'ajourné')], max_length=8, verbose_name='résultat')),
                    ('nnt', programmes.fields.IdentifierField(blank=True, max_length=255, null=True, scheme='nnt', unique=True, verbose_name='NNT')),
                    ('subject_number', programmes.fields.IdentifierField(blank=True, max_length=255, null=True, scheme='subject', unique=True, verbose_name='numéro de sujet (theses.fr)')),
                    ('hal_id', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='hal', verbose_name='HAL')),
                    ('confidential_until', models.DateField(blank=True, null=True, verbose_name='confidentielle jusqu’au')),
                    ('title_is_public', models.BooleanField(default=True, verbose_name='le titre peut être publié')),
                    ('name_is_public', models.BooleanField(default=False, verbose_name='le nom peut être publié')),
                    ('name_ground', models.CharField(blank=True, choices=[('defence', 'thèse soutenue'), ('theses_fr', 'déjà public sur theses.fr'), ('notice', 'personne informée, sans opposition')], max_length=10, verbose_name='à quel titre')),
                    ('name_public_at', models.DateTimeField(blank=True, null=True, verbose_name='publié depuis le')),
                    ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', 'keywords', config='fr', weight='A'), '||', django.contrib.postgres.search.SearchVector('title_en', 'keywords_en', config='english', weight='B'), django.contrib.postgres.search.SearchConfig('fr')), '||', django.contrib.postgres.search.SearchVector('abstract', config='fr', weight='C'), django.contrib.postgres.search.SearchConfig('fr')), '||', django.contrib.postgres.search.SearchVector('abstract_en', config='english', weight='D'), django.contrib.postgres.search.SearchConfig('fr')), output_field=django.contrib.postgres.search.SearchVectorField())),
                    ('awarding_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses_awarded', to='programmes.organisation', verbose_name='établissement de délivrance')),
                    ('candidate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses', to='programmes.person', verbose_name='doctorant ou doctorante')),
                    ('cotutelle_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses_cotutelle', to='programmes.organisation', verbose_name='établissement de cotutelle')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses_employed', to='programmes.organisation', verbose_name='employeur')),
                    ('laboratory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='theses', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('name_public_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='décidé par')),
                    ('project', models.ForeignKey(help_text='L’action de cofinancement doctoral, sauf si la thèse relève d’une autre.', on_delete=django.db.models.deletion.PROTECT, related_name='theses', to='projects.project', verbose_name='action')),
                    ('registering_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses_registered', to='programmes.organisation', verbose_name='établissement d’inscription')),
                    ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='theses', to='doctorates.doctoralschool', verbose_name='école doctorale')),
                ],
                options={
                    'verbose_name': 'thèse',
                    'verbose_name_plural': 'thèses',
                    'ordering': ['-registered_on', programmes.models.base.Plain(models.F('title')), models.F('title')],
                    'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='thesis_search')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('registered_on__isnull', True), ('defended_on__isnull', True), ('defended_on__gte', models.F('registered_on')), _connector='OR'), name='thesis_dates', violation_error_message='Une thèse est soutenue après la première inscription.'), models.CheckConstraint(condition=models.Q(('registered_on__isnull', True), ('contract_ends_on__isnull', True), ('contract_ends_on__gte', models.F('registered_on')), _connector='OR'), name='thesis_contract_dates', violation_error_message='Le contrat finit après la première inscription.'), models.CheckConstraint(condition=models.Q(models.Q(('defended_on__isnull', False), ('state', 'S')), models.Q(models.Q(('state', 'S'), _negated=True), ('defended_on__isnull', True)), _connector='OR'), name='thesis_defended_has_date', violation_error_message='Une thèse soutenue, et elle seule, a une date de soutenance.'), models.CheckConstraint(condition=models.Q(('nnt__isnull', True), ('defended_on__isnull', False), _connector='OR'), name='thesis_nnt_after_defence', violation_error_message='Un NNT n’est donné qu’à une thèse soutenue.'), models.CheckConstraint(condition=models.Q(('result', ''), ('defended_on__isnull', False), _connector='OR'), name='thesis_result_after_defence', violation_error_message='Un résultat n’est donné qu’à une thèse soutenue.'), models.CheckConstraint(condition=models.Q(('name_is_public', False), models.Q(models.Q(('name_ground', ''), _negated=True), ('name_public_at__isnull', False)), _connector='OR'), name='thesis_name_ground', violation_error_message='Publier un nom demande à quel titre et depuis quand.'), models.CheckConstraint(condition=models.Q(models.Q(('name_public_at__isnull', False), ('name_public_by__isnull', False)), models.Q(('name_public_at__isnull', True), ('name_public_by__isnull', True)), _connector='OR'), name='thesis_name_public_pair', violation_error_message='Une décision a une date et un auteur.')],
                },
            ), migrations.CreateModel(
                name='ThesisHistory',
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
                    ('title', models.CharField(max_length=400, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=400, verbose_name='titre en anglais')),
                    ('abstract', models.TextField(blank=True, verbose_name='résumé')),
                    ('abstract_en', models.TextField(blank=True, verbose_name='résumé en anglais')),
                    ('keywords', models.CharField(blank=True, help_text='Séparés par des virgules.', max_length=300, verbose_name='mots clés')),
                    ('keywords_en', models.CharField(blank=True, max_length=300, verbose_name='mots clés en anglais')),
                    ('discipline', models.CharField(blank=True, max_length=120, verbose_name='discipline')),
                    ('discipline_en', models.CharField(blank=True, max_length=120, verbose_name='discipline en anglais')),
                    ('is_cifre', models.BooleanField(default=False, verbose_name='CIFRE')),
                    ('state', models.CharField(choices=[('filed', 'déposée'), ('ranked', 'classée'), ('selected', 'retenue par un vote'), ('E', 'en préparation'), ('S', 'soutenue'), ('A', 'abandonnée'), ('U', 'transférée'), ('without_effect', 'sans suite')], default='filed', max_length=14, verbose_name='état')),
                    ('registered_on', models.DateField(blank=True, null=True, verbose_name='première inscription')),
                    ('contract_ends_on', models.DateField(blank=True, null=True, verbose_name='fin du contrat')),
                    ('planned_defence', models.DateField(blank=True, null=True, verbose_name='soutenance prévue')),
                    ('defended_on', models.DateField(blank=True, null=True, verbose_name='soutenue le')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='abandon ou transfert')),
                    ('result', models.CharField(blank=True, choices=[('admis', 'admis'), ('ajourné', 'ajourné')], max_length=8, verbose_name='résultat')),
                    ('nnt', programmes.fields.IdentifierField(blank=True, max_length=255, null=True, scheme='nnt', verbose_name='NNT')),
                    ('subject_number', programmes.fields.IdentifierField(blank=True, max_length=255, null=True, scheme='subject', verbose_name='numéro de sujet (theses.fr)')),
                    ('hal_id', programmes.fields.IdentifierField(blank=True, max_length=255, scheme='hal', verbose_name='HAL')),
                    ('confidential_until', models.DateField(blank=True, null=True, verbose_name='confidentielle jusqu’au')),
                    ('title_is_public', models.BooleanField(default=True, verbose_name='le titre peut être publié')),
                    ('name_is_public', models.BooleanField(default=False, verbose_name='le nom peut être publié')),
                    ('name_ground', models.CharField(blank=True, choices=[('defence', 'thèse soutenue'), ('theses_fr', 'déjà public sur theses.fr'), ('notice', 'personne informée, sans opposition')], max_length=10, verbose_name='à quel titre')),
                    ('name_public_at', models.DateTimeField(blank=True, null=True, verbose_name='publié depuis le')),
                    ('awarding_body', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='établissement de délivrance')),
                    ('candidate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='doctorant ou doctorante')),
                    ('cotutelle_body', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='établissement de cotutelle')),
                    ('employer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='employeur')),
                    ('laboratory', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('name_public_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='décidé par')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.thesis')),
                    ('project', models.ForeignKey(db_constraint=False, help_text='L’action de cofinancement doctoral, sauf si la thèse relève d’une autre.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('registering_body', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='établissement d’inscription')),
                    ('school', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.doctoralschool', verbose_name='école doctorale')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ThesisTheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thesis_links', to='programmes.theme', verbose_name='thème')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='theme_links', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'thème d’une thèse',
                    'verbose_name_plural': 'thèmes des thèses',
                    'ordering': ['thesis', 'theme'],
                    'constraints': [models.UniqueConstraint(fields=('thesis', 'theme'), name='thesis_theme_unique', violation_error_message='Ce thème est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ThesisThemeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.thesistheme')),
                    ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.theme', verbose_name='thème')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='doctoralschool',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_doctoralschoolhistory" ("acronym", "city", "created_year", "former_acronym", "id", "is_demo", "name", "name_en", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."acronym", NEW."city", NEW."created_year", NEW."former_acronym", NEW."id", NEW."is_demo", NEW."name", NEW."name_en", NEW."number", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='bbd11cd30c49faa75bcdcee8e88c9dcf917b4b7c', operation='INSERT', pgid='pgtrigger_insert_insert_d5b23', table='doctorates_doctoralschool', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='doctoralschool',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_doctoralschoolhistory" ("acronym", "city", "created_year", "former_acronym", "id", "is_demo", "name", "name_en", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."acronym", NEW."city", NEW."created_year", NEW."former_acronym", NEW."id", NEW."is_demo", NEW."name", NEW."name_en", NEW."number", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='316a065056342d0a0bb079db8dbe60f90e3614a8', operation='UPDATE', pgid='pgtrigger_update_update_5e79a', table='doctorates_doctoralschool', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='doctoralschool',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_doctoralschoolhistory" ("acronym", "city", "created_year", "former_acronym", "id", "is_demo", "name", "name_en", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (OLD."acronym", OLD."city", OLD."created_year", OLD."former_acronym", OLD."id", OLD."is_demo", OLD."name", OLD."name_en", OLD."number", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."version"); RETURN NULL;', hash='6bbbdbbb1286b179e045435dc5a843f7815365ea', operation='DELETE', pgid='pgtrigger_delete_delete_70648', table='doctorates_doctoralschool', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='doctoralschool',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."created_year" IS DISTINCT FROM (NEW."created_year") OR OLD."former_acronym" IS DISTINCT FROM (NEW."former_acronym") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='94f1c1ed3c4ddd9feadc8d6e941c046bd207b57b', operation='UPDATE', pgid='pgtrigger_count_version_b81ea', table='doctorates_doctoralschool', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesishistory" ("abstract", "abstract_en", "awarding_body_id", "candidate_id", "confidential_until", "contract_ends_on", "cotutelle_body_id", "defended_on", "discipline", "discipline_en", "employer_id", "ended_on", "hal_id", "id", "is_cifre", "is_demo", "keywords", "keywords_en", "laboratory_id", "name_ground", "name_is_public", "name_public_at", "name_public_by_id", "nnt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_defence", "project_id", "reference", "registered_on", "registering_body_id", "result", "school_id", "slug", "source", "state", "status", "subject_number", "title", "title_en", "title_is_public", "version") VALUES (NEW."abstract", NEW."abstract_en", NEW."awarding_body_id", NEW."candidate_id", NEW."confidential_until", NEW."contract_ends_on", NEW."cotutelle_body_id", NEW."defended_on", NEW."discipline", NEW."discipline_en", NEW."employer_id", NEW."ended_on", NEW."hal_id", NEW."id", NEW."is_cifre", NEW."is_demo", NEW."keywords", NEW."keywords_en", NEW."laboratory_id", NEW."name_ground", NEW."name_is_public", NEW."name_public_at", NEW."name_public_by_id", NEW."nnt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_defence", NEW."project_id", NEW."reference", NEW."registered_on", NEW."registering_body_id", NEW."result", NEW."school_id", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."subject_number", NEW."title", NEW."title_en", NEW."title_is_public", NEW."version"); RETURN NULL;', hash='fe2846590ac64bf22b47529b70f9ee19802585dc', operation='INSERT', pgid='pgtrigger_insert_insert_acc9a', table='doctorates_thesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."abstract" IS DISTINCT FROM (NEW."abstract") OR OLD."abstract_en" IS DISTINCT FROM (NEW."abstract_en") OR OLD."awarding_body_id" IS DISTINCT FROM (NEW."awarding_body_id") OR OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."confidential_until" IS DISTINCT FROM (NEW."confidential_until") OR OLD."contract_ends_on" IS DISTINCT FROM (NEW."contract_ends_on") OR OLD."cotutelle_body_id" IS DISTINCT FROM (NEW."cotutelle_body_id") OR OLD."defended_on" IS DISTINCT FROM (NEW."defended_on") OR OLD."discipline" IS DISTINCT FROM (NEW."discipline") OR OLD."discipline_en" IS DISTINCT FROM (NEW."discipline_en") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."hal_id" IS DISTINCT FROM (NEW."hal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_cifre" IS DISTINCT FROM (NEW."is_cifre") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."keywords" IS DISTINCT FROM (NEW."keywords") OR OLD."keywords_en" IS DISTINCT FROM (NEW."keywords_en") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."name_ground" IS DISTINCT FROM (NEW."name_ground") OR OLD."name_is_public" IS DISTINCT FROM (NEW."name_is_public") OR OLD."name_public_at" IS DISTINCT FROM (NEW."name_public_at") OR OLD."name_public_by_id" IS DISTINCT FROM (NEW."name_public_by_id") OR OLD."nnt" IS DISTINCT FROM (NEW."nnt") OR OLD."planned_defence" IS DISTINCT FROM (NEW."planned_defence") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."registering_body_id" IS DISTINCT FROM (NEW."registering_body_id") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject_number" IS DISTINCT FROM (NEW."subject_number") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_is_public" IS DISTINCT FROM (NEW."title_is_public") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "doctorates_thesishistory" ("abstract", "abstract_en", "awarding_body_id", "candidate_id", "confidential_until", "contract_ends_on", "cotutelle_body_id", "defended_on", "discipline", "discipline_en", "employer_id", "ended_on", "hal_id", "id", "is_cifre", "is_demo", "keywords", "keywords_en", "laboratory_id", "name_ground", "name_is_public", "name_public_at", "name_public_by_id", "nnt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_defence", "project_id", "reference", "registered_on", "registering_body_id", "result", "school_id", "slug", "source", "state", "status", "subject_number", "title", "title_en", "title_is_public", "version") VALUES (NEW."abstract", NEW."abstract_en", NEW."awarding_body_id", NEW."candidate_id", NEW."confidential_until", NEW."contract_ends_on", NEW."cotutelle_body_id", NEW."defended_on", NEW."discipline", NEW."discipline_en", NEW."employer_id", NEW."ended_on", NEW."hal_id", NEW."id", NEW."is_cifre", NEW."is_demo", NEW."keywords", NEW."keywords_en", NEW."laboratory_id", NEW."name_ground", NEW."name_is_public", NEW."name_public_at", NEW."name_public_by_id", NEW."nnt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_defence", NEW."project_id", NEW."reference", NEW."registered_on", NEW."registering_body_id", NEW."result", NEW."school_id", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."subject_number", NEW."title", NEW."title_en", NEW."title_is_public", NEW."version"); RETURN NULL;', hash='200d3724d3e7a9684025708bd79fb3ab2c6302cd', operation='UPDATE', pgid='pgtrigger_update_update_b1901', table='doctorates_thesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesishistory" ("abstract", "abstract_en", "awarding_body_id", "candidate_id", "confidential_until", "contract_ends_on", "cotutelle_body_id", "defended_on", "discipline", "discipline_en", "employer_id", "ended_on", "hal_id", "id", "is_cifre", "is_demo", "keywords", "keywords_en", "laboratory_id", "name_ground", "name_is_public", "name_public_at", "name_public_by_id", "nnt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_defence", "project_id", "reference", "registered_on", "registering_body_id", "result", "school_id", "slug", "source", "state", "status", "subject_number", "title", "title_en", "title_is_public", "version") VALUES (OLD."abstract", OLD."abstract_en", OLD."awarding_body_id", OLD."candidate_id", OLD."confidential_until", OLD."contract_ends_on", OLD."cotutelle_body_id", OLD."defended_on", OLD."discipline", OLD."discipline_en", OLD."employer_id", OLD."ended_on", OLD."hal_id", OLD."id", OLD."is_cifre", OLD."is_demo", OLD."keywords", OLD."keywords_en", OLD."laboratory_id", OLD."name_ground", OLD."name_is_public", OLD."name_public_at", OLD."name_public_by_id", OLD."nnt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_defence", OLD."project_id", OLD."reference", OLD."registered_on", OLD."registering_body_id", OLD."result", OLD."school_id", OLD."slug", OLD."source", OLD."state", OLD."status", OLD."subject_number", OLD."title", OLD."title_en", OLD."title_is_public", OLD."version"); RETURN NULL;', hash='5d6c37b59e4e0a39de6c41acbd00d302031309ee', operation='DELETE', pgid='pgtrigger_delete_delete_f66db', table='doctorates_thesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."abstract" IS DISTINCT FROM (NEW."abstract") OR OLD."abstract_en" IS DISTINCT FROM (NEW."abstract_en") OR OLD."awarding_body_id" IS DISTINCT FROM (NEW."awarding_body_id") OR OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."confidential_until" IS DISTINCT FROM (NEW."confidential_until") OR OLD."contract_ends_on" IS DISTINCT FROM (NEW."contract_ends_on") OR OLD."cotutelle_body_id" IS DISTINCT FROM (NEW."cotutelle_body_id") OR OLD."defended_on" IS DISTINCT FROM (NEW."defended_on") OR OLD."discipline" IS DISTINCT FROM (NEW."discipline") OR OLD."discipline_en" IS DISTINCT FROM (NEW."discipline_en") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."hal_id" IS DISTINCT FROM (NEW."hal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_cifre" IS DISTINCT FROM (NEW."is_cifre") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."keywords" IS DISTINCT FROM (NEW."keywords") OR OLD."keywords_en" IS DISTINCT FROM (NEW."keywords_en") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."name_ground" IS DISTINCT FROM (NEW."name_ground") OR OLD."name_is_public" IS DISTINCT FROM (NEW."name_is_public") OR OLD."name_public_at" IS DISTINCT FROM (NEW."name_public_at") OR OLD."name_public_by_id" IS DISTINCT FROM (NEW."name_public_by_id") OR OLD."nnt" IS DISTINCT FROM (NEW."nnt") OR OLD."planned_defence" IS DISTINCT FROM (NEW."planned_defence") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."registering_body_id" IS DISTINCT FROM (NEW."registering_body_id") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject_number" IS DISTINCT FROM (NEW."subject_number") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_is_public" IS DISTINCT FROM (NEW."title_is_public"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='93a051d2682fc2b0c007c5e00633c16427842c34', operation='UPDATE', pgid='pgtrigger_count_version_f5099', table='doctorates_thesis', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='6938e180b2c9e2cb09b6369190821da5203bbbbb', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_f3faf', table='doctorates_thesis', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesis',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'doctorates' AND model = 'thesis'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='1ee2818d3a67fc0c289312701f843b93a5040685', operation='UPDATE', pgid='pgtrigger_former_address_1ce71', table='doctorates_thesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesistheme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."theme_id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='fc50a23b552f8b01ccda7e17780c57cd162cca37', operation='INSERT', pgid='pgtrigger_insert_insert_ae18b', table='doctorates_thesistheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesistheme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_thesisthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."theme_id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='9d36c7e164fb8a614418fccbe280ff115875d499', operation='UPDATE', pgid='pgtrigger_update_update_22b04', table='doctorates_thesistheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesistheme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "thesis_id", "version") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."theme_id", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='daaee593be223f9d665d70c99a4dbbffdd06d40d', operation='DELETE', pgid='pgtrigger_delete_delete_a6d5e', table='doctorates_thesistheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesistheme',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."theme_id" IS DISTINCT FROM (NEW."theme_id") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='d269c082c32b3b84ce789e250785d95cf1ad21c2', operation='UPDATE', pgid='pgtrigger_count_version_5d731', table='doctorates_thesistheme', when='BEFORE')),
            )],
        ),
    ]
