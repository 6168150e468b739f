import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
        ('projects', '0002_life_of_actions'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Contribution',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('as_of', models.DateField(blank=True, null=True, verbose_name='arrêté au')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('nature', models.CharField(choices=[('grant', 'subvention'), ('own_means', 'apport propre'), ('in_kind', 'apport en nature'), ('private', 'apport privé'), ('european', 'fonds européens')], default='grant', max_length=10, verbose_name='nature')),
                    ('purpose', models.CharField(blank=True, help_text='Par exemple\u00a0: achat, travaux.', max_length=200, verbose_name='objet')),
                    ('purpose_en', models.CharField(blank=True, max_length=200, verbose_name='objet en anglais')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, help_text='En euros.', max_digits=14, verbose_name='montant prévu')),
                    ('amount_max', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='montant prévu, au plus')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='projects.project', verbose_name='action')),
                    ('scheme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='projects.fundingscheme', verbose_name='dispositif')),
                ],
                options={
                    'verbose_name': 'contribution prévue',
                    'verbose_name_plural': 'contributions prévues',
                    'ordering': ['project', '-amount', 'reference'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('amount__isnull', True), _connector='OR'), name='contribution_amount', violation_error_message='Un montant prévu n’est pas négatif.'), models.CheckConstraint(condition=models.Q(models.Q(('precision', 'between'), _negated=True), models.Q(('amount_max__gte', models.F('amount')), ('amount_max__isnull', False)), _connector='OR'), name='contribution_between', violation_error_message='«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre.')],
                },
            ), migrations.CreateModel(
                name='ContributionFunder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='funder_links', to='projects.contribution', verbose_name='contribution')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contribution_links', to='programmes.organisation', verbose_name='financeur')),
                ],
                options={
                    'verbose_name': 'financeur',
                    'verbose_name_plural': 'financeurs',
                    'ordering': ['contribution', 'organisation'],
                    'constraints': [models.UniqueConstraint(fields=('contribution', 'organisation'), name='contribution_funder_unique', violation_error_message='Ce financeur est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ContributionFunderHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('contribution', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.contribution', verbose_name='contribution')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='financeur')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.contributionfunder')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Expense',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='exercice')),
                    ('purpose', models.CharField(max_length=200, verbose_name='objet')),
                    ('purpose_en', models.CharField(blank=True, max_length=200, verbose_name='objet en anglais')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant')),
                    ('declared_on', models.DateField(blank=True, null=True, verbose_name='déclarée le')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='programmes.organisation', verbose_name='déclarée par')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expenses', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'dépense constatée',
                    'verbose_name_plural': 'dépenses constatées',
                    'ordering': ['project', 'year'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('amount__isnull', True), _connector='OR'), name='expense_amount', violation_error_message='Une dépense n’est pas négative.'), models.UniqueConstraint(fields=('project', 'organisation', 'year', 'purpose'), name='expense_unique', violation_error_message='Cette dépense est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='ExpenseHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='exercice')),
                    ('purpose', models.CharField(max_length=200, verbose_name='objet')),
                    ('purpose_en', models.CharField(blank=True, max_length=200, verbose_name='objet en anglais')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant')),
                    ('declared_on', models.DateField(blank=True, null=True, verbose_name='déclarée le')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='déclarée par')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.expense')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='FundingScheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('name', models.CharField(max_length=200, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=200, verbose_name='nom en anglais')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='schemes', to='programmes.organisation', verbose_name='organisme')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='strands', to='projects.fundingscheme', verbose_name='volet de')),
                    ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='projects.fundingscheme', verbose_name='remplacé par')),
                ],
                options={
                    'verbose_name': 'dispositif d’aide',
                    'verbose_name_plural': 'dispositifs d’aide',
                    'ordering': ['name'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='scheme_dates', violation_error_message='Un dispositif finit après avoir commencé.')],
                },
            ), migrations.CreateModel(
                name='ContributionHistory',
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
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('nature', models.CharField(choices=[('grant', 'subvention'), ('own_means', 'apport propre'), ('in_kind', 'apport en nature'), ('private', 'apport privé'), ('european', 'fonds européens')], default='grant', max_length=10, verbose_name='nature')),
                    ('purpose', models.CharField(blank=True, help_text='Par exemple\u00a0: achat, travaux.', max_length=200, verbose_name='objet')),
                    ('purpose_en', models.CharField(blank=True, max_length=200, verbose_name='objet en anglais')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, help_text='En euros.', max_digits=14, verbose_name='montant prévu')),
                    ('amount_max', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='montant prévu, au plus')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.contribution')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('scheme', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.fundingscheme', verbose_name='dispositif')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='FundingSchemeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('name', models.CharField(max_length=200, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=200, verbose_name='nom en anglais')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.fundingscheme', verbose_name='volet de')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.fundingscheme')),
                    ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.fundingscheme', verbose_name='remplacé par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='contributionfunder',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_contributionfunderhistory" ("contribution_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."contribution_id", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='bc76de6be93131b77dfdc264ba17bfb598f79f3c', operation='INSERT', pgid='pgtrigger_insert_insert_c3c5d', table='projects_contributionfunder', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contributionfunder',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_contributionfunderhistory" ("contribution_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."contribution_id", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='f4bef90f1613ea0cc9fd96597786a187a70490bb', operation='UPDATE', pgid='pgtrigger_update_update_9af54', table='projects_contributionfunder', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contributionfunder',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_contributionfunderhistory" ("contribution_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."contribution_id", OLD."id", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='3bc57e08e5ad3250a38d213e887a884a235e826b', operation='DELETE', pgid='pgtrigger_delete_delete_8e80e', table='projects_contributionfunder', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contributionfunder',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='a7a09cb3b64fedb2c4b65f8905a0804affa7777c', operation='UPDATE', pgid='pgtrigger_count_version_edb7b', table='projects_contributionfunder', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='expense',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_expensehistory" ("amount", "declared_on", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "purpose_en", "source", "version", "year") VALUES (NEW."amount", NEW."declared_on", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."purpose", NEW."purpose_en", NEW."source", NEW."version", NEW."year"); RETURN NULL;', hash='5410b9ee0faf78e57f7966adb934234475eb85b4', operation='INSERT', pgid='pgtrigger_insert_insert_a15db', table='projects_expense', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='expense',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_expensehistory" ("amount", "declared_on", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "purpose_en", "source", "version", "year") VALUES (NEW."amount", NEW."declared_on", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."purpose", NEW."purpose_en", NEW."source", NEW."version", NEW."year"); RETURN NULL;', hash='84ffdc40c78688151977f8f508229fd883bb4365', operation='UPDATE', pgid='pgtrigger_update_update_20316', table='projects_expense', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='expense',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_expensehistory" ("amount", "declared_on", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "purpose_en", "source", "version", "year") VALUES (OLD."amount", OLD."declared_on", OLD."id", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."purpose", OLD."purpose_en", OLD."source", OLD."version", OLD."year"); RETURN NULL;', hash='460655a202e668c02a2045a22bd1b44e9598fc01', operation='DELETE', pgid='pgtrigger_delete_delete_0d434', table='projects_expense', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='expense',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."declared_on" IS DISTINCT FROM (NEW."declared_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."purpose_en" IS DISTINCT FROM (NEW."purpose_en") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='2aaff086cf742f6637c3f242fec2bb8ed70dcdcf', operation='UPDATE', pgid='pgtrigger_count_version_c64ef', table='projects_expense', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='fundingscheme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_fundingschemehistory" ("id", "is_demo", "name", "name_en", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "since", "source", "successor_id", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."name", NEW."name_en", NEW."organisation_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."since", NEW."source", NEW."successor_id", NEW."until", NEW."version"); RETURN NULL;', hash='408cf847c12c4b11166b4c6349fbc2333559b0f4', operation='INSERT', pgid='pgtrigger_insert_insert_6d7fc', table='projects_fundingscheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='fundingscheme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_fundingschemehistory" ("id", "is_demo", "name", "name_en", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "since", "source", "successor_id", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."name", NEW."name_en", NEW."organisation_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."since", NEW."source", NEW."successor_id", NEW."until", NEW."version"); RETURN NULL;', hash='e9a027fdc6789cf06199a335609bd2f0f5c6ae6b', operation='UPDATE', pgid='pgtrigger_update_update_e05f5', table='projects_fundingscheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='fundingscheme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_fundingschemehistory" ("id", "is_demo", "name", "name_en", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "since", "source", "successor_id", "until", "version") VALUES (OLD."id", OLD."is_demo", OLD."name", OLD."name_en", OLD."organisation_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."since", OLD."source", OLD."successor_id", OLD."until", OLD."version"); RETURN NULL;', hash='e85177023c2ab3a4747578ad2e840bc8494f3ae1', operation='DELETE', pgid='pgtrigger_delete_delete_e35e0', table='projects_fundingscheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='fundingscheme',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='b9157725143b7fd3633611d28a83a572935a9b9f', operation='UPDATE', pgid='pgtrigger_count_version_cf618', table='projects_fundingscheme', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contribution',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_contributionhistory" ("amount", "amount_max", "as_of", "id", "is_demo", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "purpose", "purpose_en", "reference", "scheme_id", "source", "version", "year") VALUES (NEW."amount", NEW."amount_max", NEW."as_of", NEW."id", NEW."is_demo", NEW."nature", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."project_id", NEW."purpose", NEW."purpose_en", NEW."reference", NEW."scheme_id", NEW."source", NEW."version", NEW."year"); RETURN NULL;', hash='de347d240bf96860f479f8e2ea0b13577adecf28', operation='INSERT', pgid='pgtrigger_insert_insert_15f6c', table='projects_contribution', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contribution',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_contributionhistory" ("amount", "amount_max", "as_of", "id", "is_demo", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "purpose", "purpose_en", "reference", "scheme_id", "source", "version", "year") VALUES (NEW."amount", NEW."amount_max", NEW."as_of", NEW."id", NEW."is_demo", NEW."nature", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."project_id", NEW."purpose", NEW."purpose_en", NEW."reference", NEW."scheme_id", NEW."source", NEW."version", NEW."year"); RETURN NULL;', hash='5e7dbc5b6ee7117025621804b203166dc29dafa7', operation='UPDATE', pgid='pgtrigger_update_update_cabe6', table='projects_contribution', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contribution',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_contributionhistory" ("amount", "amount_max", "as_of", "id", "is_demo", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "project_id", "purpose", "purpose_en", "reference", "scheme_id", "source", "version", "year") VALUES (OLD."amount", OLD."amount_max", OLD."as_of", OLD."id", OLD."is_demo", OLD."nature", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."project_id", OLD."purpose", OLD."purpose_en", OLD."reference", OLD."scheme_id", OLD."source", OLD."version", OLD."year"); RETURN NULL;', hash='37afb0c773f5ab661fa8dc3350b418164c3613b0', operation='DELETE', pgid='pgtrigger_delete_delete_8bd45', table='projects_contribution', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contribution',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."amount_max" IS DISTINCT FROM (NEW."amount_max") OR OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."nature" IS DISTINCT FROM (NEW."nature") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."purpose_en" IS DISTINCT FROM (NEW."purpose_en") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."scheme_id" IS DISTINCT FROM (NEW."scheme_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='291226c5d318cbeb9eeda8fec6d5aad8f30f9e75', operation='UPDATE', pgid='pgtrigger_count_version_30f17', table='projects_contribution', when='BEFORE')),
            )],
        ),
    ]
