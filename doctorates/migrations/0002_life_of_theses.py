import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('doctorates', '0001_theses'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='ContractEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('extension', 'prolongation'), ('suspension', 'suspension'), ('gap', 'césure'), ('end', 'fin anticipée')], max_length=10, verbose_name='nature')),
                    ('happened_on', models.DateField(verbose_name='date d’effet')),
                    ('extra_days', models.PositiveIntegerField(default=0, verbose_name='jours ajoutés')),
                    ('new_end_date', models.DateField(blank=True, null=True, verbose_name='nouvelle fin du contrat')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contract_events', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'événement du contrat',
                    'verbose_name_plural': 'événements du contrat',
                    'ordering': ['thesis', 'happened_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('happened_on__isnull', True), ('new_end_date__isnull', True), ('new_end_date__gte', models.F('happened_on')), _connector='OR'), name='contract_event_dates', violation_error_message='La nouvelle fin suit la date d’effet.'), models.UniqueConstraint(fields=('thesis', 'kind', 'happened_on'), name='contract_event_unique', violation_error_message='Cet événement est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ContractEventHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('extension', 'prolongation'), ('suspension', 'suspension'), ('gap', 'césure'), ('end', 'fin anticipée')], max_length=10, verbose_name='nature')),
                    ('happened_on', models.DateField(verbose_name='date d’effet')),
                    ('extra_days', models.PositiveIntegerField(default=0, verbose_name='jours ajoutés')),
                    ('new_end_date', models.DateField(blank=True, null=True, verbose_name='nouvelle fin du contrat')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.contractevent')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='FollowUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('held_on', models.DateField(verbose_name='réuni le')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'comité de suivi individuel',
                    'verbose_name_plural': 'comités de suivi individuel',
                    'ordering': ['thesis', 'held_on'],
                    'constraints': [models.UniqueConstraint(fields=('thesis', 'held_on'), name='follow_up_unique', violation_error_message='Ce comité est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='FollowUpHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('held_on', models.DateField(verbose_name='réuni le')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.followup')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Outcome',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('public_research', 'recherche publique'), ('company', 'entreprise'), ('postdoc', 'post-doctorat'), ('teaching', 'enseignement'), ('other', 'autre')], max_length=16, verbose_name='premier emploi')),
                    ('known_on', models.DateField(blank=True, null=True, verbose_name='connu le')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.organisation', verbose_name='employeur')),
                    ('thesis', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='outcome', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'premier emploi',
                    'verbose_name_plural': 'premiers emplois',
                    'ordering': ['thesis'],
                },
            ), migrations.CreateModel(
                name='OutcomeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('public_research', 'recherche publique'), ('company', 'entreprise'), ('postdoc', 'post-doctorat'), ('teaching', 'enseignement'), ('other', 'autre')], max_length=16, verbose_name='premier emploi')),
                    ('known_on', models.DateField(blank=True, null=True, verbose_name='connu le')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='employeur')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.outcome')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Registration',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année universitaire')),
                    ('registered_on', models.DateField(blank=True, null=True, verbose_name='inscription le')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'inscription',
                    'verbose_name_plural': 'inscriptions',
                    'ordering': ['thesis', 'year'],
                    'constraints': [models.UniqueConstraint(fields=('thesis', 'year'), name='registration_unique', violation_error_message='Cette année est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='RegistrationHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année universitaire')),
                    ('registered_on', models.DateField(blank=True, null=True, verbose_name='inscription le')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.registration')),
                    ('thesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Supervision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('role', models.CharField(choices=[('D', 'direction de thèse'), ('K', 'codirection'), ('B', 'coencadrement')], max_length=1, verbose_name='rôle')),
                    ('laboratory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to='programmes.person', verbose_name='personne')),
                    ('thesis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisions', to='doctorates.thesis', verbose_name='thèse')),
                ],
                options={
                    'verbose_name': 'encadrement',
                    'verbose_name_plural': 'encadrements',
                    'ordering': ['thesis', 'id'],
                    'constraints': [models.UniqueConstraint(fields=('thesis', 'person'), name='supervision_person_unique', violation_error_message='Cette personne encadre déjà la thèse.')],
                },
            ), migrations.CreateModel(
                name='SupervisionHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('role', models.CharField(choices=[('D', 'direction de thèse'), ('K', 'codirection'), ('B', 'coencadrement')], max_length=1, verbose_name='rôle')),
                    ('laboratory', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='personne')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='doctorates.supervision')),
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
                model_name='contractevent',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_contracteventhistory" ("extra_days", "happened_on", "id", "is_demo", "kind", "new_end_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."extra_days", NEW."happened_on", NEW."id", NEW."is_demo", NEW."kind", NEW."new_end_date", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='34e64f8fe3699b05a2616f755624614d4cf36c3c', operation='INSERT', pgid='pgtrigger_insert_insert_92155', table='doctorates_contractevent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contractevent',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_contracteventhistory" ("extra_days", "happened_on", "id", "is_demo", "kind", "new_end_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."extra_days", NEW."happened_on", NEW."id", NEW."is_demo", NEW."kind", NEW."new_end_date", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='307dfd3c58a3035e19c85d57c6fcf50f19b4739a', operation='UPDATE', pgid='pgtrigger_update_update_4c4c9', table='doctorates_contractevent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contractevent',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_contracteventhistory" ("extra_days", "happened_on", "id", "is_demo", "kind", "new_end_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (OLD."extra_days", OLD."happened_on", OLD."id", OLD."is_demo", OLD."kind", OLD."new_end_date", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='b04f6f2a2376e0e138547843a39fda6e55143b53', operation='DELETE', pgid='pgtrigger_delete_delete_6d66b', table='doctorates_contractevent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contractevent',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."extra_days" IS DISTINCT FROM (NEW."extra_days") OR OLD."happened_on" IS DISTINCT FROM (NEW."happened_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."new_end_date" IS DISTINCT FROM (NEW."new_end_date") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='436af4555b1f6b4db6e626b370f30ec305a3e766', operation='UPDATE', pgid='pgtrigger_count_version_26c4a', table='doctorates_contractevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='followup',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_followuphistory" ("held_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."held_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='f5e5f15c47dfe4cef272449b16c2d50cef276451', operation='INSERT', pgid='pgtrigger_insert_insert_1dbfa', table='doctorates_followup', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='followup',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_followuphistory" ("held_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."held_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='ad578d7b6d463dda9bb86923a2b3db72fbf9410d', operation='UPDATE', pgid='pgtrigger_update_update_e2dc6', table='doctorates_followup', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='followup',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_followuphistory" ("held_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (OLD."held_on", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='1003bc388dba23d3156dd3ac10a97cf24cb4ed92', operation='DELETE', pgid='pgtrigger_delete_delete_13445', table='doctorates_followup', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='followup',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='311b5bebebe1839e85d804c05036f9308c1bbf4f', operation='UPDATE', pgid='pgtrigger_count_version_91e11', table='doctorates_followup', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_outcomehistory" ("id", "is_demo", "kind", "known_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", NEW."known_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='176c07bdae204433ac9c959f69456933cc381772', operation='INSERT', pgid='pgtrigger_insert_insert_30ef9', table='doctorates_outcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_outcomehistory" ("id", "is_demo", "kind", "known_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", NEW."known_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='d3046252c8d17c164f4bf0e7e6a601b62f4e1613', operation='UPDATE', pgid='pgtrigger_update_update_dea0d', table='doctorates_outcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_outcomehistory" ("id", "is_demo", "kind", "known_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thesis_id", "version") VALUES (OLD."id", OLD."is_demo", OLD."kind", OLD."known_on", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='a3fc09ada0c826592f1dd1106819e259a1ff94c8', operation='DELETE', pgid='pgtrigger_delete_delete_6137f', table='doctorates_outcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."known_on" IS DISTINCT FROM (NEW."known_on") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='390b5b7eb77e7ddc6ccc0e8db4ead5b1e5d7b945', operation='UPDATE', pgid='pgtrigger_count_version_00d62', table='doctorates_outcome', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='registration',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_registrationhistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "thesis_id", "version", "year") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registered_on", NEW."thesis_id", NEW."version", NEW."year"); RETURN NULL;', hash='fe311bf07c3e8aa254bdd2ee8295eda954ebf2ce', operation='INSERT', pgid='pgtrigger_insert_insert_69d21', table='doctorates_registration', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='registration',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_registrationhistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "thesis_id", "version", "year") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registered_on", NEW."thesis_id", NEW."version", NEW."year"); RETURN NULL;', hash='0d262498f331c262f0b75e892f62d908a8333a60', operation='UPDATE', pgid='pgtrigger_update_update_9421a', table='doctorates_registration', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='registration',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_registrationhistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "thesis_id", "version", "year") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."registered_on", OLD."thesis_id", OLD."version", OLD."year"); RETURN NULL;', hash='b0f962b1928d05e1b633393eab4ed940181f4d5e', operation='DELETE', pgid='pgtrigger_delete_delete_ee93b', table='doctorates_registration', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='registration',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='9369c124d2089ef5db279a9367cf4dc0df6eea65', operation='UPDATE', pgid='pgtrigger_count_version_2b776', table='doctorates_registration', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='supervision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_supervisionhistory" ("id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='660bf012eb982554e8b277dedc164e1aa674f189', operation='INSERT', pgid='pgtrigger_insert_insert_8bd16', table='doctorates_supervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='supervision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "doctorates_supervisionhistory" ("id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "thesis_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."thesis_id", NEW."version"); RETURN NULL;', hash='7256bc0c83e44dc03b261758ca379caeeb448c4c', operation='UPDATE', pgid='pgtrigger_update_update_f2669', table='doctorates_supervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='supervision',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "doctorates_supervisionhistory" ("id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "thesis_id", "version") VALUES (OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."thesis_id", OLD."version"); RETURN NULL;', hash='28d607a4c36b3c056928014499a966f9853f1f88', operation='DELETE', pgid='pgtrigger_delete_delete_f54a4', table='doctorates_supervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='supervision',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."thesis_id" IS DISTINCT FROM (NEW."thesis_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='ab78e7209461f875bf9265a06bd65812f33e954a', operation='UPDATE', pgid='pgtrigger_count_version_af078', table='doctorates_supervision', when='BEFORE')),
            )],
        ),
    ]
