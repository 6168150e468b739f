import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0002_partners'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Amendment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('kind', models.CharField(choices=[('extension', 'prolongation'), ('content', 'modification du contenu'), ('parties', 'modification des parties')], max_length=10, verbose_name='objet')),
                    ('title', models.CharField(max_length=250, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('new_end_date', models.DateField(blank=True, null=True, verbose_name='nouvelle échéance')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amendments', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'avenant',
                    'verbose_name_plural': 'avenants',
                    'ordering': ['protocol', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'number'), name='amendment_unique', violation_error_message='Ce numéro d’avenant existe déjà.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'extension'), ('new_end_date__isnull', False)), models.Q(models.Q(('kind', 'extension'), _negated=True), ('new_end_date__isnull', True)), _connector='OR'), name='amendment_extension_has_end', violation_error_message='Une prolongation, et elle seule, fixe une nouvelle échéance.')],
                },
            ), migrations.CreateModel(
                name='Party',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='programmes.organisation', verbose_name='organisme')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'partie',
                    'verbose_name_plural': 'parties',
                    'ordering': ['protocol', 'rank'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'organisation'), name='party_unique', violation_error_message='Cet organisme est déjà partie au protocole.'), models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('protocol', 'rank'), name='party_rank_unique', violation_error_message='Deux parties ont le même rang.')],
                },
            ), migrations.CreateModel(
                name='Protocol',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('title', models.CharField(max_length=250, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('short_title', models.CharField(max_length=80, verbose_name='intitulé court')),
                    ('short_title_en', models.CharField(blank=True, max_length=80, verbose_name='intitulé court en anglais')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('signed_at_place', models.CharField(blank=True, max_length=160, verbose_name='lieu de la signature')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='prend effet le')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                    ('legal_reference', models.CharField(blank=True, max_length=160, verbose_name='référence juridique')),
                    ('predecessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='programmes.protocol', verbose_name='succède à')),
                ],
                options={
                    'verbose_name': 'protocole',
                    'verbose_name_plural': 'protocoles',
                    'ordering': ['-starts_on', 'reference'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='protocol_dates', violation_error_message='Un protocole finit après avoir commencé.'), models.CheckConstraint(condition=models.Q(('predecessor__isnull', True), models.Q(('predecessor', models.F('id')), _negated=True), _connector='OR'), name='protocol_not_own_predecessor', violation_error_message='Un protocole ne succède pas à lui-même.')],
                },
            ), migrations.CreateModel(
                name='PartyHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.party')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='AmendmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('kind', models.CharField(choices=[('extension', 'prolongation'), ('content', 'modification du contenu'), ('parties', 'modification des parties')], max_length=10, verbose_name='objet')),
                    ('title', models.CharField(max_length=250, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('new_end_date', models.DateField(blank=True, null=True, verbose_name='nouvelle échéance')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.amendment')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProtocolAct',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('body', models.CharField(help_text='Par exemple\u00a0: commission permanente.', max_length=120, verbose_name='organe')),
                    ('number', models.CharField(max_length=60, verbose_name='numéro')),
                    ('decided_on', models.DateField(blank=True, null=True, verbose_name='date')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to='programmes.party', verbose_name='partie')),
                ],
                options={
                    'verbose_name': 'acte d’autorisation',
                    'verbose_name_plural': 'actes d’autorisation',
                    'ordering': ['party', 'decided_on'],
                    'constraints': [models.UniqueConstraint(fields=('party', 'number'), name='act_unique', violation_error_message='Cet acte est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ProtocolActHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('body', models.CharField(help_text='Par exemple\u00a0: commission permanente.', max_length=120, verbose_name='organe')),
                    ('number', models.CharField(max_length=60, verbose_name='numéro')),
                    ('decided_on', models.DateField(blank=True, null=True, verbose_name='date')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.protocolact')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProtocolHistory',
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
                    ('title', models.CharField(max_length=250, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('short_title', models.CharField(max_length=80, verbose_name='intitulé court')),
                    ('short_title_en', models.CharField(blank=True, max_length=80, verbose_name='intitulé court en anglais')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('signed_at_place', models.CharField(blank=True, max_length=160, verbose_name='lieu de la signature')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='prend effet le')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                    ('legal_reference', models.CharField(blank=True, max_length=160, verbose_name='référence juridique')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.protocol')),
                    ('predecessor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='succède à')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Signature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('function', models.CharField(max_length=160, verbose_name='fonction ce jour-là')),
                    ('function_en', models.CharField(blank=True, max_length=160, verbose_name='fonction en anglais')),
                    ('signed_on', models.DateField(verbose_name='signé le')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='programmes.party', verbose_name='partie')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='programmes.person', verbose_name='signataire')),
                ],
                options={
                    'verbose_name': 'signature',
                    'verbose_name_plural': 'signatures',
                    'ordering': ['party', 'signed_on'],
                    'constraints': [models.UniqueConstraint(fields=('party', 'person', 'signed_on'), name='signature_unique', violation_error_message='Cette signature est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='SignatureHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('function', models.CharField(max_length=160, verbose_name='fonction ce jour-là')),
                    ('function_en', models.CharField(blank=True, max_length=160, verbose_name='fonction en anglais')),
                    ('signed_on', models.DateField(verbose_name='signé le')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='signataire')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.signature')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='protocol',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_protocolhistory" ("ends_on", "id", "is_demo", "legal_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "short_title", "short_title_en", "signed_at_place", "signed_on", "source", "starts_on", "status", "summary", "summary_en", "title", "title_en", "version") VALUES (NEW."ends_on", NEW."id", NEW."is_demo", NEW."legal_reference", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."short_title", NEW."short_title_en", NEW."signed_at_place", NEW."signed_on", NEW."source", NEW."starts_on", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version"); RETURN NULL;', hash='86f808bcbb887ec89a96834c8caf93d5274dc474', operation='INSERT', pgid='pgtrigger_insert_insert_98bb3', table='programmes_protocol', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocol',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_protocolhistory" ("ends_on", "id", "is_demo", "legal_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "short_title", "short_title_en", "signed_at_place", "signed_on", "source", "starts_on", "status", "summary", "summary_en", "title", "title_en", "version") VALUES (NEW."ends_on", NEW."id", NEW."is_demo", NEW."legal_reference", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."short_title", NEW."short_title_en", NEW."signed_at_place", NEW."signed_on", NEW."source", NEW."starts_on", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version"); RETURN NULL;', hash='9677a851df4439f58781c1a533bc98e9745d152b', operation='UPDATE', pgid='pgtrigger_update_update_da3bb', table='programmes_protocol', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocol',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_protocolhistory" ("ends_on", "id", "is_demo", "legal_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "short_title", "short_title_en", "signed_at_place", "signed_on", "source", "starts_on", "status", "summary", "summary_en", "title", "title_en", "version") VALUES (OLD."ends_on", OLD."id", OLD."is_demo", OLD."legal_reference", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."predecessor_id", OLD."reference", OLD."short_title", OLD."short_title_en", OLD."signed_at_place", OLD."signed_on", OLD."source", OLD."starts_on", OLD."status", OLD."summary", OLD."summary_en", OLD."title", OLD."title_en", OLD."version"); RETURN NULL;', hash='636f0f48e3e83e80cb954485d674677c449aada0', operation='DELETE', pgid='pgtrigger_delete_delete_b20b2', table='programmes_protocol', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocol',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."legal_reference" IS DISTINCT FROM (NEW."legal_reference") OR OLD."predecessor_id" IS DISTINCT FROM (NEW."predecessor_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."short_title" IS DISTINCT FROM (NEW."short_title") OR OLD."short_title_en" IS DISTINCT FROM (NEW."short_title_en") OR OLD."signed_at_place" IS DISTINCT FROM (NEW."signed_at_place") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='47b9ab98fabf3f7e18c3e78b01d2688b4df2f07a', operation='UPDATE', pgid='pgtrigger_count_version_b6872', table='programmes_protocol', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocol',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='6830dd6b1ec9e8a3527abc4c377e0493b5c2d850', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_f3466', table='programmes_protocol', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='party',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_partyhistory" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "version") VALUES (NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."rank", NEW."version"); RETURN NULL;', hash='245f6fcf1e0daafb1ec803ea2e516338db4c60b6', operation='INSERT', pgid='pgtrigger_insert_insert_793c2', table='programmes_party', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='party',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_partyhistory" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "version") VALUES (NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."rank", NEW."version"); RETURN NULL;', hash='4454dec5b72a26ed216c8c28dee088c535dce46b', operation='UPDATE', pgid='pgtrigger_update_update_9847e', table='programmes_party', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='party',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_partyhistory" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "version") VALUES (OLD."id", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."rank", OLD."version"); RETURN NULL;', hash='e8858bf10787606edfa9f38be29e241975919a58', operation='DELETE', pgid='pgtrigger_delete_delete_f82a9', table='programmes_party', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='party',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='f38d9230f00e74e2192621f11d1a389b367bae91', operation='UPDATE', pgid='pgtrigger_count_version_b43b7', table='programmes_party', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='amendment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_amendmenthistory" ("id", "is_demo", "kind", "new_end_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "signed_on", "source", "title", "title_en", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", NEW."new_end_date", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."signed_on", NEW."source", NEW."title", NEW."title_en", NEW."version"); RETURN NULL;', hash='4c01ccdceb50cf33e01be180c53108605ee9ec2c', operation='INSERT', pgid='pgtrigger_insert_insert_51a3c', table='programmes_amendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='amendment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_amendmenthistory" ("id", "is_demo", "kind", "new_end_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "signed_on", "source", "title", "title_en", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", NEW."new_end_date", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."signed_on", NEW."source", NEW."title", NEW."title_en", NEW."version"); RETURN NULL;', hash='8ac421af0a473434f6c441d6dadfb458331040c6', operation='UPDATE', pgid='pgtrigger_update_update_51ec4', table='programmes_amendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='amendment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_amendmenthistory" ("id", "is_demo", "kind", "new_end_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "signed_on", "source", "title", "title_en", "version") VALUES (OLD."id", OLD."is_demo", OLD."kind", OLD."new_end_date", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."signed_on", OLD."source", OLD."title", OLD."title_en", OLD."version"); RETURN NULL;', hash='cb49c7bb92e3af628728a488d6be049f2351526f', operation='DELETE', pgid='pgtrigger_delete_delete_53a13', table='programmes_amendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='amendment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."new_end_date" IS DISTINCT FROM (NEW."new_end_date") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='6c423602427d379888544ea2efd600e0f5c2bf1d', operation='UPDATE', pgid='pgtrigger_count_version_416cf', table='programmes_amendment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocolact',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_protocolacthistory" ("body", "decided_on", "id", "is_demo", "number", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."body", NEW."decided_on", NEW."id", NEW."is_demo", NEW."number", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='0d389639999dcabc19cbaf2dd3b288e6237105b5', operation='INSERT', pgid='pgtrigger_insert_insert_cc654', table='programmes_protocolact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocolact',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_protocolacthistory" ("body", "decided_on", "id", "is_demo", "number", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."body", NEW."decided_on", NEW."id", NEW."is_demo", NEW."number", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='857eb82f8670c301bd76c69db838ec88a1647777', operation='UPDATE', pgid='pgtrigger_update_update_bfee7', table='programmes_protocolact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocolact',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_protocolacthistory" ("body", "decided_on", "id", "is_demo", "number", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (OLD."body", OLD."decided_on", OLD."id", OLD."is_demo", OLD."number", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."version"); RETURN NULL;', hash='95924ff41b5a9775e0cd709cbd72491d52e09545', operation='DELETE', pgid='pgtrigger_delete_delete_3cb7a', table='programmes_protocolact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='protocolact',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."decided_on" IS DISTINCT FROM (NEW."decided_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='db7de3bb9b31eb375792d07b7225f7ff8c3282ea', operation='UPDATE', pgid='pgtrigger_count_version_e4200', table='programmes_protocolact', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='signature',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_signaturehistory" ("function", "function_en", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (NEW."function", NEW."function_en", NEW."id", NEW."is_demo", NEW."party_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signed_on", NEW."source", NEW."version"); RETURN NULL;', hash='7b5b88a33dd9f767c5738e4931e61e8fb09be76d', operation='INSERT', pgid='pgtrigger_insert_insert_a9a42', table='programmes_signature', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='signature',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_signaturehistory" ("function", "function_en", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (NEW."function", NEW."function_en", NEW."id", NEW."is_demo", NEW."party_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signed_on", NEW."source", NEW."version"); RETURN NULL;', hash='564e305d10dbad345000ccf292cade38a8ca7e69', operation='UPDATE', pgid='pgtrigger_update_update_80286', table='programmes_signature', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='signature',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_signaturehistory" ("function", "function_en", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (OLD."function", OLD."function_en", OLD."id", OLD."is_demo", OLD."party_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signed_on", OLD."source", OLD."version"); RETURN NULL;', hash='389eade678adba58b4ea07649351e8bba86e314b', operation='DELETE', pgid='pgtrigger_delete_delete_e24c5', table='programmes_signature', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='signature',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."function_en" IS DISTINCT FROM (NEW."function_en") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='aee0f2beea6468077bbe42e32ae0eb4b69be6c70', operation='UPDATE', pgid='pgtrigger_count_version_76db7', table='programmes_signature', when='BEFORE')),
            )],
        ),
    ]
