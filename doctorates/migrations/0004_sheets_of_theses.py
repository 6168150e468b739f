import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('doctorates', '0003_funding_of_theses'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
        ('programmes', '__first__'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='ThesisEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('text', models.TextField(blank=True, verbose_name='en quoi c’est un élément probant')),
                    ('text_en', models.TextField(blank=True, verbose_name='en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)ss', to='programmes.commitmentsheet', verbose_name='fiche')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'thèse probante',
                    'verbose_name_plural': 'thèses probantes',
                    'ordering': ['sheet', 'rank'],
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'thesis'), name='thesis_evidence_unique', violation_error_message='Cette thèse est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='ThesisEvidenceHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('text', models.TextField(blank=True, verbose_name='en quoi c’est un élément probant')),
                    ('text_en', models.TextField(blank=True, verbose_name='en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.thesisevidence')),
                    ('sheet', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitmentsheet', verbose_name='fiche')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ThesisSheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('to_fill', 'à remplir'), ('submitted', 'soumise'), ('returned', 'renvoyée'), ('approved', 'visée'), ('not_applicable', 'sans objet'), ('not_handed_in', 'non remise')], default='to_fill', editable=False, max_length=14, verbose_name='statut')),
                    ('nothing_new', models.BooleanField(default=False, verbose_name='rien de nouveau depuis l’an dernier')),
                    ('progress', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui a été fait')),
                    ('progress_en', models.TextField(blank=True, verbose_name='ce qui a été fait, en anglais')),
                    ('next_steps', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui est prévu')),
                    ('next_steps_en', models.TextField(blank=True, verbose_name='ce qui est prévu, en anglais')),
                    ('difficulties', models.TextField(blank=True, help_text='Entre partenaires\u00a0: n’est jamais publié.', verbose_name='difficultés')),
                    ('channel', models.CharField(choices=[('direct', 'saisie directe'), ('mail', 'courriel'), ('telephone', 'téléphone'), ('file', 'fichier')], default='direct', max_length=10, verbose_name='reçue par')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='soumise le')),
                    ('behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.person', verbose_name='remplie pour')),
                    ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='programmes.campaign', verbose_name='campagne')),
                    ('submitted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'fiche annuelle d’une thèse',
                    'verbose_name_plural': 'fiches annuelles des thèses',
                    'ordering': ['-campaign__year', 'pk'],
                    'abstract': False,
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), _connector='OR'), name='thesissheet_submission', violation_error_message='Une soumission a une date et un auteur.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['submitted', 'approved']), _negated=True), ('nothing_new', True), models.Q(('progress', ''), _negated=True), _connector='OR'), name='thesissheet_complete', violation_error_message='Une fiche soumise dit ce qui a été fait, ou «\u00a0rien de nouveau\u00a0».'), models.UniqueConstraint(fields=('campaign', 'thesis'), name='thesis_sheet_unique', violation_error_message='Cette thèse a déjà une fiche dans la campagne.')],
                },
            ), migrations.CreateModel(
                name='ThesisSheetHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('to_fill', 'à remplir'), ('submitted', 'soumise'), ('returned', 'renvoyée'), ('approved', 'visée'), ('not_applicable', 'sans objet'), ('not_handed_in', 'non remise')], default='to_fill', editable=False, max_length=14, verbose_name='statut')),
                    ('nothing_new', models.BooleanField(default=False, verbose_name='rien de nouveau depuis l’an dernier')),
                    ('progress', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui a été fait')),
                    ('progress_en', models.TextField(blank=True, verbose_name='ce qui a été fait, en anglais')),
                    ('next_steps', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui est prévu')),
                    ('next_steps_en', models.TextField(blank=True, verbose_name='ce qui est prévu, en anglais')),
                    ('difficulties', models.TextField(blank=True, help_text='Entre partenaires\u00a0: n’est jamais publié.', verbose_name='difficultés')),
                    ('channel', models.CharField(choices=[('direct', 'saisie directe'), ('mail', 'courriel'), ('telephone', 'téléphone'), ('file', 'fichier')], default='direct', max_length=10, verbose_name='reçue par')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='soumise le')),
                    ('behalf_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='remplie pour')),
                    ('campaign', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.campaign', verbose_name='campagne')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.thesissheet')),
                    ('submitted_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
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
                model_name='thesisevidence',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "text", "text_en", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."sheet_id", NEW."text", NEW."text_en", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='5479e6fe131d2c2920daec442125be8cdf30c52c', operation='INSERT', pgid='pgtrigger_insert_insert_334b5', table='doctorates_thesisevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisevidence',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_thesisevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "text", "text_en", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."sheet_id", NEW."text", NEW."text_en", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='be7c3aa18b5e0af7d223bb6cc7b32e97d5011169', operation='UPDATE', pgid='pgtrigger_update_update_d2c04', table='doctorates_thesisevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisevidence',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesisevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "text", "text_en", "thesis_id", "version") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."sheet_id", OLD."text", OLD."text_en", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='1e0f7b7a48c9d1c43fd93f3a0e24c80afd1f11e6', operation='DELETE', pgid='pgtrigger_delete_delete_aef38', table='doctorates_thesisevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesisevidence',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='47b6d7a9665aa5a5383b7859a31e3178e9795d69', operation='UPDATE', pgid='pgtrigger_count_version_a0f6f', table='doctorates_thesisevidence', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de : ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='db516254677c51d9a372616bea17c5f45521d9b3', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_3df21', table='doctorates_thesissheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesissheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "thesis_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='73299e951e023b6103bc0c0000aa1f618d90b3b3', operation='INSERT', pgid='pgtrigger_insert_insert_9fa9f', table='doctorates_thesissheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_thesissheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "thesis_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='b88a5370e03d5f8e4b02d38ba9e9575d94c5339b', operation='UPDATE', pgid='pgtrigger_update_update_f1619', table='doctorates_thesissheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_thesissheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "thesis_id", "version") VALUES (OLD."behalf_of_id", OLD."campaign_id", OLD."channel", OLD."difficulties", OLD."id", OLD."is_demo", OLD."next_steps", OLD."next_steps_en", OLD."nothing_new", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."progress", OLD."progress_en", OLD."status", OLD."submitted_at", OLD."submitted_by_id", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='5c8be404c96e1993a7bde44560306f8dcfebb906', operation='DELETE', pgid='pgtrigger_delete_delete_09238', table='doctorates_thesissheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."behalf_of_id" IS DISTINCT FROM (NEW."behalf_of_id") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."difficulties" IS DISTINCT FROM (NEW."difficulties") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."next_steps" IS DISTINCT FROM (NEW."next_steps") OR OLD."next_steps_en" IS DISTINCT FROM (NEW."next_steps_en") OR OLD."nothing_new" IS DISTINCT FROM (NEW."nothing_new") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."progress_en" IS DISTINCT FROM (NEW."progress_en") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='34ae64a4c63dd925651cc70dc8993989fae4d0bc', operation='UPDATE', pgid='pgtrigger_count_version_b8174', table='doctorates_thesissheet', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'to_fill' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['to_fill>submitted', 'to_fill>not_applicable', 'to_fill>not_handed_in', 'submitted>approved', 'submitted>returned', 'submitted>not_applicable', 'submitted>not_handed_in', 'returned>submitted', 'returned>not_applicable', 'returned>not_handed_in', 'approved>returned', 'not_applicable>to_fill', 'not_handed_in>to_fill']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='387d6b05a122b26e95ce8118bf8cac9453f45916', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_9a3ff', table='doctorates_thesissheet', when='BEFORE')),
            )],
        ),
    ]
