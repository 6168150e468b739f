import django.core.serializers.json
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.reports
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0006_year'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='AnnualReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('preparation', 'en préparation'), ('review', 'en relecture'), ('adopted', 'adopté'), ('published', 'publié')], default='preparation', editable=False, max_length=12, verbose_name='statut')),
                    ('erratum_reason', models.TextField(blank=True, help_text='Demandé à partir de la deuxième édition\u202f; publié avec elle.', verbose_name='motif de l’erratum')),
                    ('campaign', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='report', to='programmes.campaign', verbose_name='campagne')),
                    ('adopted_in', models.ForeignKey(blank=True, help_text='La réunion ou la procédure écrite qui l’adopte.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='programmes.steeringmeeting', verbose_name='adopté par')),
                ],
                options={
                    'verbose_name': 'rapport annuel',
                    'verbose_name_plural': 'rapports annuels',
                    'ordering': ['-campaign__year'],
                },
            ), migrations.CreateModel(
                name='Decision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('text', models.TextField(verbose_name='décision')),
                    ('text_en', models.TextField(blank=True, verbose_name='décision en anglais')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                    ('state', models.CharField(choices=[('open', 'à exécuter'), ('done', 'exécutée'), ('dropped', 'abandonnée')], default='open', max_length=8, verbose_name='état')),
                    ('is_public', models.BooleanField(default=False, verbose_name='rendue publique')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='programmes.party', verbose_name='à la charge de')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='programmes.steeringmeeting', verbose_name='réunion')),
                ],
                options={
                    'verbose_name': 'décision',
                    'verbose_name_plural': 'décisions',
                    'ordering': ['meeting', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='decision_unique', violation_error_message='Ce numéro de décision existe déjà dans la réunion.')],
                },
            ), migrations.CreateModel(
                name='Edition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='édition')),
                    ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='contenu figé')),
                    ('checksum', models.CharField(max_length=64, verbose_name='SHA-256 du contenu')),
                    ('reason', models.TextField(blank=True, verbose_name='motif de l’erratum')),
                    ('contains_demo', models.BooleanField(default=False, verbose_name='contient des données de démonstration')),
                    ('frozen_at', models.DateTimeField(verbose_name='figée le')),
                    ('frozen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='figée par')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='programmes.annualreport', verbose_name='rapport')),
                ],
                options={
                    'verbose_name': 'édition',
                    'verbose_name_plural': 'éditions',
                    'ordering': ['report', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('report', 'number'), name='edition_unique'), models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('reason', ''), _negated=True), _connector='OR'), name='edition_erratum_reason', violation_error_message='Un erratum donne son motif.')],
                },
            ), migrations.CreateModel(
                name='EditionFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('language', models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], max_length=2, verbose_name='langue')),
                    ('format', models.CharField(choices=[('pdf', 'PDF'), ('html', 'HTML'), ('csv', 'CSV')], max_length=4, verbose_name='format')),
                    ('file', models.FileField(max_length=250, upload_to=programmes.models.reports.edition_path, verbose_name='fichier')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('size', models.PositiveBigIntegerField(verbose_name='taille en octets')),
                    ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='programmes.edition', verbose_name='édition')),
                ],
                options={
                    'verbose_name': 'fichier d’une édition',
                    'verbose_name_plural': 'fichiers des éditions',
                    'ordering': ['edition', '-language', 'format'],
                    'constraints': [models.UniqueConstraint(fields=('edition', 'language', 'format'), name='edition_file_unique')],
                },
            ), migrations.CreateModel(
                name='EditionPublication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('published_at', models.DateTimeField(verbose_name='publiée le')),
                    ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='programmes.edition', verbose_name='édition')),
                    ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='publiée par')),
                ],
                options={
                    'verbose_name': 'publication d’une édition',
                    'verbose_name_plural': 'publications des éditions',
                },
            ), migrations.CreateModel(
                name='EditionWithdrawal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField(verbose_name='motif')),
                    ('withdrawn_at', models.DateTimeField(verbose_name='retirée le')),
                    ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='programmes.edition', verbose_name='édition')),
                    ('withdrawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='retirée par')),
                ],
                options={
                    'verbose_name': 'retrait d’une édition',
                    'verbose_name_plural': 'retraits des éditions',
                },
            ), migrations.CreateModel(
                name='Statement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('function', models.CharField(max_length=160, verbose_name='fonction ce jour-là')),
                    ('function_en', models.CharField(blank=True, max_length=160, verbose_name='fonction en anglais')),
                    ('said_on', models.DateField(verbose_name='date')),
                    ('text', models.TextField(verbose_name='propos')),
                    ('text_en', models.TextField(blank=True, help_text='Traduction de courtoisie.', verbose_name='propos en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='programmes.person', verbose_name='auteur des propos')),
                    ('protocol', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='programmes.protocol', verbose_name='protocole')),
                    ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='programmes.annualreport', verbose_name='rapport')),
                ],
                options={
                    'verbose_name': 'déclaration',
                    'verbose_name_plural': 'déclarations',
                    'ordering': ['rank', 'said_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('protocol__isnull', False), ('report__isnull', True)), models.Q(('protocol__isnull', True), ('report__isnull', False)), _connector='OR'), name='statement_one_subject', violation_error_message='Une déclaration porte sur un protocole ou sur un rapport.'), models.UniqueConstraint(fields=('protocol', 'report', 'person', 'said_on'), name='statement_unique', nulls_distinct=False, violation_error_message='Cette déclaration est déjà inscrite.'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_not_empty', violation_error_message='Une déclaration a un texte.')],
                },
            ), migrations.CreateModel(
                name='StatementHistory',
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
                    ('said_on', models.DateField(verbose_name='date')),
                    ('text', models.TextField(verbose_name='propos')),
                    ('text_en', models.TextField(blank=True, help_text='Traduction de courtoisie.', verbose_name='propos en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='auteur des propos')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.statement')),
                    ('protocol', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                    ('report', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.annualreport', verbose_name='rapport')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='SteeringMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('steering', 'comité de pilotage'), ('technical', 'comité technique'), ('written', 'procédure écrite')], max_length=10, verbose_name='forme')),
                    ('held_on', models.DateField(verbose_name='date')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='lieu')),
                    ('agenda', models.TextField(blank=True, verbose_name='ordre du jour')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'réunion',
                    'verbose_name_plural': 'réunions',
                    'ordering': ['-held_on'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'kind', 'held_on'), name='meeting_unique', violation_error_message='Cette réunion est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='DecisionHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('text', models.TextField(verbose_name='décision')),
                    ('text_en', models.TextField(blank=True, verbose_name='décision en anglais')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='échéance')),
                    ('state', models.CharField(choices=[('open', 'à exécuter'), ('done', 'exécutée'), ('dropped', 'abandonnée')], default='open', max_length=8, verbose_name='état')),
                    ('is_public', models.BooleanField(default=False, verbose_name='rendue publique')),
                    ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='à la charge de')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.decision')),
                    ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.steeringmeeting', verbose_name='réunion')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='AnnualReportHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('preparation', 'en préparation'), ('review', 'en relecture'), ('adopted', 'adopté'), ('published', 'publié')], default='preparation', editable=False, max_length=12, verbose_name='statut')),
                    ('erratum_reason', models.TextField(blank=True, help_text='Demandé à partir de la deuxième édition\u202f; publié avec elle.', verbose_name='motif de l’erratum')),
                    ('campaign', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.campaign', verbose_name='campagne')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.annualreport')),
                    ('adopted_in', models.ForeignKey(blank=True, db_constraint=False, help_text='La réunion ou la procédure écrite qui l’adopte.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.steeringmeeting', verbose_name='adopté par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='SteeringMeetingHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('steering', 'comité de pilotage'), ('technical', 'comité technique'), ('written', 'procédure écrite')], max_length=10, verbose_name='forme')),
                    ('held_on', models.DateField(verbose_name='date')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='lieu')),
                    ('agenda', models.TextField(blank=True, verbose_name='ordre du jour')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.steeringmeeting')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='edition',
                trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_frozen', MESSAGE = 'Une édition figée et ses fichiers ne changent plus.';", hash='aa1ea6dc88b62dcbfd54854392dca7428db7e192', operation='UPDATE', pgid='pgtrigger_frozen_92019', table='programmes_edition', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='editionfile',
                trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_frozen', MESSAGE = 'Une édition figée et ses fichiers ne changent plus.';", hash='0be4532cabcfa9c48922eefeae9083c56befcdcc', operation='UPDATE', pgid='pgtrigger_frozen_7fb62', table='programmes_editionfile', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='editionpublication',
                trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_frozen', MESSAGE = 'Une édition figée et ses fichiers ne changent plus.';", hash='e1cccd538bd729d5a7f774469bff0213fb562210', operation='UPDATE', pgid='pgtrigger_frozen_57e04', table='programmes_editionpublication', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='editionwithdrawal',
                trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_frozen', MESSAGE = 'Une édition figée et ses fichiers ne changent plus.';", hash='e2cd171f7bbeddd60108100ad90d73711cd372ea', operation='UPDATE', pgid='pgtrigger_frozen_0e898', table='programmes_editionwithdrawal', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='statement',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_statementhistory" ("function", "function_en", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "report_id", "said_on", "source", "text", "text_en", "version") VALUES (NEW."function", NEW."function_en", NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."rank", NEW."report_id", NEW."said_on", NEW."source", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='a1ece5f1b680ab680dc52455b3329bec12d99510', operation='INSERT', pgid='pgtrigger_insert_insert_ef8bc', table='programmes_statement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='statement',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_statementhistory" ("function", "function_en", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "report_id", "said_on", "source", "text", "text_en", "version") VALUES (NEW."function", NEW."function_en", NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."rank", NEW."report_id", NEW."said_on", NEW."source", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='8d8aa53d49d5685c7e401da97622a9df60ef8a24', operation='UPDATE', pgid='pgtrigger_update_update_ea026', table='programmes_statement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='statement',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_statementhistory" ("function", "function_en", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "rank", "report_id", "said_on", "source", "text", "text_en", "version") VALUES (OLD."function", OLD."function_en", OLD."id", OLD."is_demo", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."rank", OLD."report_id", OLD."said_on", OLD."source", OLD."text", OLD."text_en", OLD."version"); RETURN NULL;', hash='178978886605d3f2d93caef8ca7c16e78d3dc6f2', operation='DELETE', pgid='pgtrigger_delete_delete_54b81', table='programmes_statement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='statement',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."function_en" IS DISTINCT FROM (NEW."function_en") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='6e0e6d8328a3a2b9278d23a31b20c257d458a2af', operation='UPDATE', pgid='pgtrigger_count_version_3a18f', table='programmes_statement', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='steeringmeeting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_steeringmeetinghistory" ("agenda", "held_on", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "protocol_id", "source", "version") VALUES (NEW."agenda", NEW."held_on", NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."protocol_id", NEW."source", NEW."version"); RETURN NULL;', hash='77b0aa1720d0ca4119b40efb450e7ac8720a274f', operation='INSERT', pgid='pgtrigger_insert_insert_bf34a', table='programmes_steeringmeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='steeringmeeting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_steeringmeetinghistory" ("agenda", "held_on", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "protocol_id", "source", "version") VALUES (NEW."agenda", NEW."held_on", NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."protocol_id", NEW."source", NEW."version"); RETURN NULL;', hash='d5a0bd217a730c720e08286d5cd0038b9a7ac92f', operation='UPDATE', pgid='pgtrigger_update_update_9a072', table='programmes_steeringmeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='steeringmeeting',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_steeringmeetinghistory" ("agenda", "held_on", "id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "protocol_id", "source", "version") VALUES (OLD."agenda", OLD."held_on", OLD."id", OLD."is_demo", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."protocol_id", OLD."source", OLD."version"); RETURN NULL;', hash='98bcd75321dbcd1e18e04f9ea490db6899c6050a', operation='DELETE', pgid='pgtrigger_delete_delete_e94ae', table='programmes_steeringmeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='steeringmeeting',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agenda" IS DISTINCT FROM (NEW."agenda") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='bb148ed382e24768ddad3db2be81bc7b9d0a7edf', operation='UPDATE', pgid='pgtrigger_count_version_37b8b', table='programmes_steeringmeeting', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_decisionhistory" ("due_on", "id", "is_demo", "is_public", "meeting_id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "text", "text_en", "version") VALUES (NEW."due_on", NEW."id", NEW."is_demo", NEW."is_public", NEW."meeting_id", NEW."number", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."state", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='e5332115c54a7250a15cae23c65104685d822b15', operation='INSERT', pgid='pgtrigger_insert_insert_9d716', table='programmes_decision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_decisionhistory" ("due_on", "id", "is_demo", "is_public", "meeting_id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "text", "text_en", "version") VALUES (NEW."due_on", NEW."id", NEW."is_demo", NEW."is_public", NEW."meeting_id", NEW."number", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."state", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='1f623612b55a7a88a035eb4558614e1e8540f3e7', operation='UPDATE', pgid='pgtrigger_update_update_e6f25', table='programmes_decision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_decisionhistory" ("due_on", "id", "is_demo", "is_public", "meeting_id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "text", "text_en", "version") VALUES (OLD."due_on", OLD."id", OLD."is_demo", OLD."is_public", OLD."meeting_id", OLD."number", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."state", OLD."text", OLD."text_en", OLD."version"); RETURN NULL;', hash='4df58faa4195affbf62c705571b07c04e0558b1e', operation='DELETE', pgid='pgtrigger_delete_delete_b3fa9', table='programmes_decision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='9f695547931ec36f870c7c82e09e657fe74e3705', operation='UPDATE', pgid='pgtrigger_count_version_3bca7', table='programmes_decision', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de : ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='600c45d728200aa06efcedba0600b5411f0c2c9b', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_b80c2', table='programmes_annualreport', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_annualreporthistory" ("adopted_in_id", "campaign_id", "erratum_reason", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") VALUES (NEW."adopted_in_id", NEW."campaign_id", NEW."erratum_reason", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."version"); RETURN NULL;', hash='ce2f14e2b04d1698235976a8abce8287afa4920c', operation='INSERT', pgid='pgtrigger_insert_insert_e2691', table='programmes_annualreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_annualreporthistory" ("adopted_in_id", "campaign_id", "erratum_reason", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") VALUES (NEW."adopted_in_id", NEW."campaign_id", NEW."erratum_reason", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."version"); RETURN NULL;', hash='01a19b448413d8d6d4e6aff1547e2b4d08c9adef', operation='UPDATE', pgid='pgtrigger_update_update_671f5', table='programmes_annualreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_annualreporthistory" ("adopted_in_id", "campaign_id", "erratum_reason", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") VALUES (OLD."adopted_in_id", OLD."campaign_id", OLD."erratum_reason", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."status", OLD."version"); RETURN NULL;', hash='0891abce81af986b2c5b5ae593de9b38644e092b', operation='DELETE', pgid='pgtrigger_delete_delete_b1e46', table='programmes_annualreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."adopted_in_id" IS DISTINCT FROM (NEW."adopted_in_id") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."erratum_reason" IS DISTINCT FROM (NEW."erratum_reason") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."status" IS DISTINCT FROM (NEW."status"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='80ad3cfdfa06772bb3a3eacdec174952cfeb2bab', operation='UPDATE', pgid='pgtrigger_count_version_a26e0', table='programmes_annualreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'preparation' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['preparation>review', 'review>adopted', 'review>preparation', 'adopted>published', 'adopted>preparation', 'published>preparation']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='b37a4e00f1d355831fb6587cf3c70fef8d4b4c80', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_9ba72', table='programmes_annualreport', when='BEFORE')),
            )],
        ),
    ]
