import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.jobs
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0007_governance_and_reports'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Assignment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('role', models.CharField(choices=[('contributor', 'contribue'), ('approver', 'vise')], max_length=12, verbose_name='rôle')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('standing_in_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stand_ins', to=settings.AUTH_USER_MODEL, verbose_name='remplace')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL, verbose_name='personne')),
                ],
                options={
                    'verbose_name': 'attribution',
                    'verbose_name_plural': 'attributions',
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_100cb6_idx')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='assignment_dates', violation_error_message='Une attribution finit après avoir commencé.'), models.UniqueConstraint(fields=('content_type', 'object_id', 'user', 'role', 'since'), name='assignment_unique', nulls_distinct=False, violation_error_message='Cette attribution est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='AssignmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('role', models.CharField(choices=[('contributor', 'contribue'), ('approver', 'vise')], max_length=12, verbose_name='rôle')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('content_type', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.assignment')),
                    ('standing_in_for', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='remplace')),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='personne')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ErrorReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('address', models.CharField(max_length=300, verbose_name='page')),
                    ('message', models.TextField(verbose_name='message')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse de réponse')),
                    ('received_on', models.DateTimeField(auto_now_add=True, verbose_name='reçu le')),
                    ('handled_at', models.DateTimeField(blank=True, null=True, verbose_name='traité le')),
                    ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par')),
                ],
                options={
                    'verbose_name': 'erreur signalée',
                    'verbose_name_plural': 'erreurs signalées',
                    'ordering': ['-received_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', False), ('handled_by__isnull', False)), models.Q(('handled_at__isnull', True), ('handled_by__isnull', True)), _connector='OR'), name='error_report_handled', violation_error_message='Un traitement a une date et un auteur.')],
                },
            ), migrations.CreateModel(
                name='ErrorReportHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('address', models.CharField(max_length=300, verbose_name='page')),
                    ('message', models.TextField(verbose_name='message')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse de réponse')),
                    ('received_on', models.DateTimeField(auto_now_add=True, verbose_name='reçu le')),
                    ('handled_at', models.DateTimeField(blank=True, null=True, verbose_name='traité le')),
                    ('handled_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.errorreport')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='FormerSlug',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('slug', models.SlugField(max_length=120, verbose_name='ancienne adresse')),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                ],
                options={
                    'verbose_name': 'ancienne adresse',
                    'verbose_name_plural': 'anciennes adresses',
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_fcaec5_idx')],
                    'constraints': [models.UniqueConstraint(fields=('content_type', 'slug'), name='former_slug_unique')],
                },
            ), migrations.CreateModel(
                name='Job',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('report_preview', 'aperçu d’un rapport'), ('edition_files', 'fichiers d’une édition')], max_length=20, verbose_name='nature')),
                    ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='demandé le')),
                    ('options', models.JSONField(default=dict, verbose_name='paramètres')),
                    ('state', models.CharField(choices=[('waiting', 'en attente'), ('running', 'en cours'), ('done', 'terminé'), ('failed', 'échoué'), ('cancelled', 'annulé')], default='waiting', max_length=10, verbose_name='état')),
                    ('done', models.PositiveIntegerField(default=0, verbose_name='fait')),
                    ('total', models.PositiveIntegerField(default=0, verbose_name='sur')),
                    ('message', models.TextField(blank=True, verbose_name='message')),
                    ('heartbeat_at', models.DateTimeField(blank=True, null=True, verbose_name='dernier signe de vie')),
                    ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='terminé le')),
                    ('file', models.FileField(blank=True, max_length=250, upload_to=programmes.models.jobs.job_path, verbose_name='fichier')),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobs', to=settings.AUTH_USER_MODEL, verbose_name='demandé par')),
                ],
                options={
                    'verbose_name': 'travail en arrière-plan',
                    'verbose_name_plural': 'travaux en arrière-plan',
                    'ordering': ['-asked_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('total', 0), ('done__lte', models.F('total')), _connector='OR'), name='job_progress', violation_error_message='Un travail ne peut avoir fait plus que son total.')],
                },
            ), migrations.CreateModel(
                name='Merge',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('absorbed', models.JSONField(verbose_name='fiche absorbée')),
                    ('merged_at', models.DateTimeField(auto_now_add=True, verbose_name='fusionné le')),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='fusionné par')),
                ],
                options={
                    'verbose_name': 'fusion',
                    'verbose_name_plural': 'fusions',
                    'ordering': ['-merged_at'],
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_8a3664_idx')],
                },
            ), migrations.CreateModel(
                name='Remark',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('field', models.CharField(max_length=60, verbose_name='champ')),
                    ('other_value', models.TextField(verbose_name='autre valeur')),
                    ('other_value_en', models.TextField(blank=True, verbose_name='autre valeur en anglais')),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                ],
                options={
                    'verbose_name': 'remarque',
                    'verbose_name_plural': 'remarques',
                    'ordering': ['content_type', 'object_id', 'field'],
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_04c183_idx')],
                    'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'field', 'other_value'), name='remark_unique', violation_error_message='Cette remarque est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='RemarkHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('field', models.CharField(max_length=60, verbose_name='champ')),
                    ('other_value', models.TextField(verbose_name='autre valeur')),
                    ('other_value_en', models.TextField(blank=True, verbose_name='autre valeur en anglais')),
                    ('content_type', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.remark')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='StatusChange',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('step', models.CharField(max_length=40, verbose_name='étape')),
                    ('label', models.CharField(max_length=80, verbose_name='libellé')),
                    ('old', models.CharField(max_length=14, verbose_name='de')),
                    ('new', models.CharField(max_length=14, verbose_name='à')),
                    ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='le')),
                    ('reason', models.TextField(blank=True, verbose_name='motif')),
                    ('is_demo', models.BooleanField(default=False, editable=False)),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='status_changes', to=settings.AUTH_USER_MODEL, verbose_name='par')),
                ],
                options={
                    'verbose_name': 'changement de statut',
                    'verbose_name_plural': 'changements de statut',
                    'ordering': ['-made_at', '-pk'],
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_dfbbd6_idx')],
                },
            ), migrations.CreateModel(
                name='Visa',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('seen', models.CharField(help_text='Version de la fiche, ou empreinte du contenu du rapport.', max_length=64, verbose_name='version lue')),
                    ('given_at', models.DateTimeField(verbose_name='donné le')),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='annulé le')),
                    ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='annulé par')),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visas', to='programmes.party', verbose_name='partie')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visas', to=settings.AUTH_USER_MODEL, verbose_name='donné par')),
                ],
                options={
                    'verbose_name': 'visa',
                    'verbose_name_plural': 'visas',
                    'ordering': ['given_at'],
                    'abstract': False,
                    'indexes': [models.Index(fields=['content_type', 'object_id'], name='programmes__content_1cdc29_idx')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('content_type', 'object_id', 'party'), name='visa_one_in_force', violation_error_message='Cette partie a déjà donné son visa.'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', False), ('cancelled_by__isnull', False)), models.Q(('cancelled_at__isnull', True), ('cancelled_by__isnull', True)), _connector='OR'), name='visa_cancelled_pair', violation_error_message='Une annulation a une date et un auteur.')],
                },
            ), migrations.CreateModel(
                name='VisaHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('object_id', models.PositiveBigIntegerField(verbose_name='numéro interne de la fiche')),
                    ('seen', models.CharField(help_text='Version de la fiche, ou empreinte du contenu du rapport.', max_length=64, verbose_name='version lue')),
                    ('given_at', models.DateTimeField(verbose_name='donné le')),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='annulé le')),
                    ('cancelled_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='annulé par')),
                    ('content_type', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contenttypes.contenttype', verbose_name='nature de la fiche')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.visa')),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='donné par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='assignment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_assignmenthistory" ("content_type_id", "id", "is_demo", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "standing_in_for_id", "until", "user_id", "version") VALUES (NEW."content_type_id", NEW."id", NEW."is_demo", NEW."object_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."standing_in_for_id", NEW."until", NEW."user_id", NEW."version"); RETURN NULL;', hash='1e82e9dc97c67910034c9f00ae0bcc7824c7fc16', operation='INSERT', pgid='pgtrigger_insert_insert_011e7', table='programmes_assignment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='assignment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_assignmenthistory" ("content_type_id", "id", "is_demo", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "standing_in_for_id", "until", "user_id", "version") VALUES (NEW."content_type_id", NEW."id", NEW."is_demo", NEW."object_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."standing_in_for_id", NEW."until", NEW."user_id", NEW."version"); RETURN NULL;', hash='2c66869dcc440f374f883f7efc82c8c7212c12c4', operation='UPDATE', pgid='pgtrigger_update_update_e3c64', table='programmes_assignment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='assignment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_assignmenthistory" ("content_type_id", "id", "is_demo", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "standing_in_for_id", "until", "user_id", "version") VALUES (OLD."content_type_id", OLD."id", OLD."is_demo", OLD."object_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."standing_in_for_id", OLD."until", OLD."user_id", OLD."version"); RETURN NULL;', hash='ee3da0771772a6634581ce60ed97100c7298c8eb', operation='DELETE', pgid='pgtrigger_delete_delete_5ad85', table='programmes_assignment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='assignment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."standing_in_for_id" IS DISTINCT FROM (NEW."standing_in_for_id") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='bc249397fe4080b53277e56537cc086ebf71e434', operation='UPDATE', pgid='pgtrigger_count_version_4467b', table='programmes_assignment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='errorreport',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_errorreporthistory" ("address", "email", "handled_at", "handled_by_id", "id", "is_demo", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "version") VALUES (NEW."address", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."message", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_on", NEW."version"); RETURN NULL;', hash='b26ef7056fb3947bab3f2afaadcc491c4106fdfa', operation='INSERT', pgid='pgtrigger_insert_insert_f4a85', table='programmes_errorreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='errorreport',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_errorreporthistory" ("address", "email", "handled_at", "handled_by_id", "id", "is_demo", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "version") VALUES (NEW."address", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."message", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_on", NEW."version"); RETURN NULL;', hash='2364b13a617a01b6ca05d3067cc25c36677c0a46', operation='UPDATE', pgid='pgtrigger_update_update_388a7', table='programmes_errorreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='errorreport',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_errorreporthistory" ("address", "email", "handled_at", "handled_by_id", "id", "is_demo", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "version") VALUES (OLD."address", OLD."email", OLD."handled_at", OLD."handled_by_id", OLD."id", OLD."is_demo", OLD."message", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_on", OLD."version"); RETURN NULL;', hash='fca7453ab2594d0e7b743f5df4ba79035d931394', operation='DELETE', pgid='pgtrigger_delete_delete_ac70b', table='programmes_errorreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='errorreport',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."handled_at" IS DISTINCT FROM (NEW."handled_at") OR OLD."handled_by_id" IS DISTINCT FROM (NEW."handled_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='f3a49d32fa80a8afb647fba6288a4cdff87b641f', operation='UPDATE', pgid='pgtrigger_count_version_d6ca4', table='programmes_errorreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='remark',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_remarkhistory" ("content_type_id", "field", "id", "is_demo", "object_id", "other_value", "other_value_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."content_type_id", NEW."field", NEW."id", NEW."is_demo", NEW."object_id", NEW."other_value", NEW."other_value_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='94f43b887d5d845353f78b95f90575a6b27ad6bf', operation='INSERT', pgid='pgtrigger_insert_insert_08f8e', table='programmes_remark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='remark',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_remarkhistory" ("content_type_id", "field", "id", "is_demo", "object_id", "other_value", "other_value_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."content_type_id", NEW."field", NEW."id", NEW."is_demo", NEW."object_id", NEW."other_value", NEW."other_value_en", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='2e3aa1b264914f69b75252e0559c16738589ebed', operation='UPDATE', pgid='pgtrigger_update_update_55268', table='programmes_remark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='remark',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_remarkhistory" ("content_type_id", "field", "id", "is_demo", "object_id", "other_value", "other_value_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (OLD."content_type_id", OLD."field", OLD."id", OLD."is_demo", OLD."object_id", OLD."other_value", OLD."other_value_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."version"); RETURN NULL;', hash='368a84082b43d74dab9f764bb134c480cfe42ef9', operation='DELETE', pgid='pgtrigger_delete_delete_c2c27', table='programmes_remark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='remark',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."other_value" IS DISTINCT FROM (NEW."other_value") OR OLD."other_value_en" IS DISTINCT FROM (NEW."other_value_en") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='0e0fe2ddf464194f62fb94637cb8299b035750f4', operation='UPDATE', pgid='pgtrigger_count_version_5699f', table='programmes_remark', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='statuschange',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT OLD.is_demo)', func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_change_kept', MESSAGE = 'Le journal des statuts ne se modifie pas.';", hash='8c2e359efa5415d915b757c20ae2a0404d2d58f2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6b56a', table='programmes_statuschange', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing((SELECT app_label || '_' || model FROM django_content_type WHERE id = OLD.content_type_id), OLD.object_id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de : ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='894820f59b669155c996b37e05b6b5ebde0d324c', operation='UPDATE OR DELETE', pgid='pgtrigger_every_visa_f41b1', table='programmes_visa', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen", "user_id", "version") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."content_type_id", NEW."given_at", NEW."id", NEW."is_demo", NEW."object_id", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seen", NEW."user_id", NEW."version"); RETURN NULL;', hash='beb36d55f365a1fdf368bc7862f520dcc8b16386', operation='INSERT', pgid='pgtrigger_insert_insert_3c763', table='programmes_visa', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen", "user_id", "version") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."content_type_id", NEW."given_at", NEW."id", NEW."is_demo", NEW."object_id", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seen", NEW."user_id", NEW."version"); RETURN NULL;', hash='d86227cdc0d3f463c4a1906d289f0b0849fbaed0', operation='UPDATE', pgid='pgtrigger_update_update_757cc', table='programmes_visa', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen", "user_id", "version") VALUES (OLD."cancelled_at", OLD."cancelled_by_id", OLD."content_type_id", OLD."given_at", OLD."id", OLD."is_demo", OLD."object_id", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."seen", OLD."user_id", OLD."version"); RETURN NULL;', hash='1d3893722885e5c010692bdb7093ba295ac8c8cc', operation='DELETE', pgid='pgtrigger_delete_delete_494d3', table='programmes_visa', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by_id" IS DISTINCT FROM (NEW."cancelled_by_id") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."seen" IS DISTINCT FROM (NEW."seen") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='f080c165004a650c698aeff5c8966f705823e045', operation='UPDATE', pgid='pgtrigger_count_version_189c6', table='programmes_visa', when='BEFORE')),
            )],
        ),
    ]
