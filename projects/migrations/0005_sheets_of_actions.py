import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
        ('programmes', '__first__'),
        ('projects', '0004_voted_money'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='ProjectEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('text', models.TextField(blank=True, verbose_name='en quoi c’est un élément probant')),
                    ('text_en', models.TextField(blank=True, verbose_name='en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='projects.project', verbose_name='action')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)ss', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'verbose_name': 'action probante',
                    'verbose_name_plural': 'actions probantes',
                    'ordering': ['sheet', 'rank'],
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'project'), name='project_evidence_unique', violation_error_message='Cette action est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='ProjectEvidenceHistory',
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
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.projectevidence')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('sheet', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProjectSheet',
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
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='projects.project', verbose_name='action')),
                    ('submitted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
                ],
                options={
                    'verbose_name': 'fiche annuelle d’une action',
                    'verbose_name_plural': 'fiches annuelles des actions',
                    'ordering': ['-campaign__year', 'pk'],
                    'abstract': False,
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), _connector='OR'), name='projectsheet_submission', violation_error_message='Une soumission a une date et un auteur.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['submitted', 'approved']), _negated=True), ('nothing_new', True), models.Q(('progress', ''), _negated=True), _connector='OR'), name='projectsheet_complete', violation_error_message='Une fiche soumise dit ce qui a été fait, ou «\u00a0rien de nouveau\u00a0».'), models.UniqueConstraint(fields=('campaign', 'project'), name='project_sheet_unique', violation_error_message='Cette action a déjà une fiche dans la campagne.')],
                },
            ), migrations.CreateModel(
                name='ProjectSheetHistory',
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
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.projectsheet')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('submitted_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='projectevidence',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rank", "sheet_id", "text", "text_en", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."rank", NEW."sheet_id", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='21e10ffae3cec7befaa0be8f9eaaf9634a299985', operation='INSERT', pgid='pgtrigger_insert_insert_81429', table='projects_projectevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectevidence',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rank", "sheet_id", "text", "text_en", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."rank", NEW."sheet_id", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='770dca6542f4849ee25212842abd5ec0dcc4682a', operation='UPDATE', pgid='pgtrigger_update_update_e3153', table='projects_projectevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectevidence',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rank", "sheet_id", "text", "text_en", "version") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."rank", OLD."sheet_id", OLD."text", OLD."text_en", OLD."version"); RETURN NULL;', hash='6946b4cfdab9931852916c632c07e664611ea89e', operation='DELETE', pgid='pgtrigger_delete_delete_b67d2', table='projects_projectevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectevidence',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='833164cd0a719f290153dc3906cac3dddd62ab13', operation='UPDATE', pgid='pgtrigger_count_version_ae2b6', table='projects_projectevidence', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de : ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='c5370d8596549026f54d3431885f367a70c39b7a', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_3e326', table='projects_projectsheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectsheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "project_id", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."progress_en", NEW."project_id", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='de268cf4029e1d625ccd2fce11c0584bb579eb62', operation='INSERT', pgid='pgtrigger_insert_insert_2ea63', table='projects_projectsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectsheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "project_id", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."progress_en", NEW."project_id", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='f05de9d782328782b984306df1670a5321637755', operation='UPDATE', pgid='pgtrigger_update_update_9f620', table='projects_projectsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectsheethistory" ("behalf_of_id", "campaign_id", "channel", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "project_id", "status", "submitted_at", "submitted_by_id", "version") VALUES (OLD."behalf_of_id", OLD."campaign_id", OLD."channel", OLD."difficulties", OLD."id", OLD."is_demo", OLD."next_steps", OLD."next_steps_en", OLD."nothing_new", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."progress", OLD."progress_en", OLD."project_id", OLD."status", OLD."submitted_at", OLD."submitted_by_id", OLD."version"); RETURN NULL;', hash='a7ef5de6f2b14712279b289a39cb268d261ccbf4', operation='DELETE', pgid='pgtrigger_delete_delete_a4ff9', table='projects_projectsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."behalf_of_id" IS DISTINCT FROM (NEW."behalf_of_id") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."difficulties" IS DISTINCT FROM (NEW."difficulties") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."next_steps" IS DISTINCT FROM (NEW."next_steps") OR OLD."next_steps_en" IS DISTINCT FROM (NEW."next_steps_en") OR OLD."nothing_new" IS DISTINCT FROM (NEW."nothing_new") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."progress_en" IS DISTINCT FROM (NEW."progress_en") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='acfcedec64587bf423889154771c345146467363', operation='UPDATE', pgid='pgtrigger_count_version_ad6e3', table='projects_projectsheet', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'to_fill' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['to_fill>submitted', 'to_fill>not_applicable', 'to_fill>not_handed_in', 'submitted>approved', 'submitted>returned', 'submitted>not_applicable', 'submitted>not_handed_in', 'returned>submitted', 'returned>not_applicable', 'returned>not_handed_in', 'approved>returned', 'not_applicable>to_fill', 'not_handed_in>to_fill']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='d109cd5aaf9f957b31b498fbc7f1a562cf6a9f3e', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_e1375', table='projects_projectsheet', when='BEFORE')),
            )],
        ),
    ]
