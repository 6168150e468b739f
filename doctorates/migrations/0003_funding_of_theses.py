import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('doctorates', '0002_life_of_theses'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
        ('projects', '0005_sheets_of_actions'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='ThesisFunding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('share', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='quotité (%)')),
                    ('amount', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='montant')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('contribution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='thesis_fundings', to='projects.contribution', verbose_name='prise sur la contribution')),
                    ('grant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='thesis_fundings', to='projects.grant', verbose_name='prise sur la subvention')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thesis_fundings', to='programmes.organisation', verbose_name='financeur')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fundings', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'financement de la thèse',
                    'verbose_name_plural': 'financements de la thèse',
                    'ordering': ['thesis', '-share', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='thesis_funding_dates', violation_error_message='Un financement finit après avoir commencé.'), models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('amount__isnull', True), _connector='OR'), name='thesis_funding_amount', violation_error_message='Un montant n’est pas négatif.'), models.CheckConstraint(condition=models.Q(('share__gt', 0), ('share__lte', 100)), name='thesis_funding_share', violation_error_message='Une quotité va de 0 à 100\u00a0%.'), models.CheckConstraint(condition=models.Q(('contribution__isnull', True), ('grant__isnull', True), _connector='OR'), name='thesis_funding_one_origin', violation_error_message='Un financement est pris sur une contribution ou sur une subvention.'), models.UniqueConstraint(fields=('thesis', 'organisation', 'since'), name='thesis_funding_unique', nulls_distinct=False, violation_error_message='Ce financement est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ThesisFundingHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('share', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='quotité (%)')),
                    ('amount', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='montant')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('contribution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.contribution', verbose_name='prise sur la contribution')),
                    ('grant', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.grant', verbose_name='prise sur la subvention')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='financeur')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.thesisfunding')),
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
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='shares_within_whole', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE highest numeric;', func="\n        PERFORM 1 FROM doctorates_thesis WHERE id = NEW.thesis_id FOR UPDATE;\n        SELECT MAX(day.total) INTO highest FROM (\n            SELECT SUM(other.share) AS total\n            FROM doctorates_thesisfunding first\n            JOIN doctorates_thesisfunding other ON other.thesis_id = first.thesis_id\n             AND daterange(other.since, other.until, '[]') @> COALESCE(first.since, '-infinity'::date)\n            WHERE first.thesis_id = NEW.thesis_id\n            GROUP BY first.id\n        ) day;\n        IF highest > 100 THEN\n            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'shares_within_whole', MESSAGE = format(\n                'Les quotités de la thèse atteignent %s %% le même jour ; elles ne peuvent dépasser 100 %%.',\n                replace(trim_scale(highest)::text, '.', ','));\n        END IF;\n        RETURN NULL;\n    ", hash='9d78682d4e0d9c6ea42ab0c2f8b947fcc8a05a7e', operation='INSERT OR UPDATE', pgid='pgtrigger_shares_within_whole_9b70b', table='doctorates_thesisfunding', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisfundinghistory" ("amount", "contribution_id", "grant_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share", "since", "source", "thesis_id", "until", "version") VALUES (NEW."amount", NEW."contribution_id", NEW."grant_id", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."share", NEW."since", NEW."source", NEW."thesis_id", NEW."until", NEW."version"); RETURN NULL;', hash='55e1d6e642816778fb8ab9c8da6bd76949dcc150', operation='INSERT', pgid='pgtrigger_insert_insert_af522', table='doctorates_thesisfunding', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_thesisfundinghistory" ("amount", "contribution_id", "grant_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share", "since", "source", "thesis_id", "until", "version") VALUES (NEW."amount", NEW."contribution_id", NEW."grant_id", NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."share", NEW."since", NEW."source", NEW."thesis_id", NEW."until", NEW."version"); RETURN NULL;', hash='ca7a9936b920c5b584310b9c11f3057e4bc91541', operation='UPDATE', pgid='pgtrigger_update_update_1428f', table='doctorates_thesisfunding', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisfundinghistory" ("amount", "contribution_id", "grant_id", "id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "share", "since", "source", "thesis_id", "until", "version") VALUES (OLD."amount", OLD."contribution_id", OLD."grant_id", OLD."id", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."share", OLD."since", OLD."source", OLD."thesis_id", OLD."until", OLD."version"); RETURN NULL;', hash='e1f195881c8cdb9aa4d479caf343d61f4b1ccd85', operation='DELETE', pgid='pgtrigger_delete_delete_c7f84', table='doctorates_thesisfunding', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."grant_id" IS DISTINCT FROM (NEW."grant_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."share" IS DISTINCT FROM (NEW."share") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='81e4892e2dced4f98f22f6b16fa458b2a9e006fc', operation='UPDATE', pgid='pgtrigger_count_version_9e16d', table='doctorates_thesisfunding', when='BEFORE')),
            )],
        ),
    ]
