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
        ('projects', '0003_planned_money'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Grant',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('purpose', models.CharField(max_length=256, verbose_name='objet')),
                    ('deciding_body', models.CharField(blank=True, max_length=120, verbose_name='organe délibérant')),
                    ('decision_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la délibération')),
                    ('voted_on', models.DateField(blank=True, null=True, verbose_name='votée le')),
                    ('budget', models.CharField(blank=True, choices=[('AE', 'autorisation d’engagement'), ('AP', 'autorisation de programme')], max_length=2, verbose_name='AE ou AP')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant voté')),
                    ('is_lump_sum', models.BooleanField(default=True, verbose_name='forfait')),
                    ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='taux (%)')),
                    ('eligible_base', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='assiette éligible')),
                    ('convention_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la convention')),
                    ('convention_signed_on', models.DateField(blank=True, null=True, verbose_name='convention signée le')),
                    ('eligible_from', models.DateField(blank=True, null=True, verbose_name='dépenses éligibles du')),
                    ('eligible_until', models.DateField(blank=True, null=True, verbose_name='au')),
                    ('lapses_on', models.DateField(blank=True, null=True, verbose_name='caducité')),
                    ('cancelled_amount', programmes.fields.MoneyField(decimal_places=2, default=0, max_digits=14, verbose_name='montant annulé')),
                    ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='annulé le')),
                    ('beneficiary', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants_received', to='programmes.organisation', verbose_name='bénéficiaire')),
                    ('contribution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='projects.contribution', verbose_name='contribution prévue')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants_given', to='programmes.organisation', verbose_name='attribuant')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='projects.project', verbose_name='action')),
                    ('scheme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='projects.fundingscheme', verbose_name='dispositif')),
                ],
                options={
                    'verbose_name': 'subvention',
                    'verbose_name_plural': 'subventions',
                    'ordering': ['project', 'voted_on', 'reference'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('amount__gte', 0), ('amount__isnull', True), _connector='OR'), models.Q(('cancelled_amount__gte', 0), ('cancelled_amount__isnull', True), _connector='OR')), name='grant_amounts', violation_error_message='Un montant n’est pas négatif.'), models.CheckConstraint(condition=models.Q(('voted_on__isnull', True), ('convention_signed_on__isnull', True), ('convention_signed_on__gte', models.F('voted_on')), _connector='OR'), name='grant_vote_sign', violation_error_message='La convention est signée après le vote.'), models.CheckConstraint(condition=models.Q(('eligible_from__isnull', True), ('eligible_until__isnull', True), ('eligible_until__gte', models.F('eligible_from')), _connector='OR'), name='grant_eligible_dates', violation_error_message='La période éligible est dans l’ordre.'), models.CheckConstraint(condition=models.Q(models.Q(('eligible_base__isnull', True), ('is_lump_sum', True), ('rate__isnull', True)), models.Q(('eligible_base__isnull', False), ('is_lump_sum', False), ('rate__isnull', False)), _connector='OR'), name='grant_rate_and_base', violation_error_message='Un forfait n’a ni taux ni assiette\u202f; sinon il faut les deux.')],
                },
            ), migrations.CreateModel(
                name='GrantAmendment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='avenant n°')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, default=0, max_digits=14, verbose_name='montant ajouté ou retiré')),
                    ('new_lapse_date', models.DateField(blank=True, null=True, verbose_name='nouvelle caducité')),
                    ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amendments', to='projects.grant', verbose_name='subvention')),
                ],
                options={
                    'verbose_name': 'avenant d’une subvention',
                    'verbose_name_plural': 'avenants des subventions',
                    'ordering': ['grant', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('grant', 'number'), name='grant_amendment_unique', violation_error_message='Ce numéro d’avenant existe déjà.')],
                },
            ), migrations.CreateModel(
                name='GrantAmendmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='avenant n°')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='signé le')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, default=0, max_digits=14, verbose_name='montant ajouté ou retiré')),
                    ('new_lapse_date', models.DateField(blank=True, null=True, verbose_name='nouvelle caducité')),
                    ('grant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.grant', verbose_name='subvention')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.grantamendment')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='GrantHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('purpose', models.CharField(max_length=256, verbose_name='objet')),
                    ('deciding_body', models.CharField(blank=True, max_length=120, verbose_name='organe délibérant')),
                    ('decision_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la délibération')),
                    ('voted_on', models.DateField(blank=True, null=True, verbose_name='votée le')),
                    ('budget', models.CharField(blank=True, choices=[('AE', 'autorisation d’engagement'), ('AP', 'autorisation de programme')], max_length=2, verbose_name='AE ou AP')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant voté')),
                    ('is_lump_sum', models.BooleanField(default=True, verbose_name='forfait')),
                    ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='taux (%)')),
                    ('eligible_base', programmes.fields.MoneyField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='assiette éligible')),
                    ('convention_number', models.CharField(blank=True, max_length=60, verbose_name='numéro de la convention')),
                    ('convention_signed_on', models.DateField(blank=True, null=True, verbose_name='convention signée le')),
                    ('eligible_from', models.DateField(blank=True, null=True, verbose_name='dépenses éligibles du')),
                    ('eligible_until', models.DateField(blank=True, null=True, verbose_name='au')),
                    ('lapses_on', models.DateField(blank=True, null=True, verbose_name='caducité')),
                    ('cancelled_amount', programmes.fields.MoneyField(decimal_places=2, default=0, max_digits=14, verbose_name='montant annulé')),
                    ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='annulé le')),
                    ('beneficiary', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='bénéficiaire')),
                    ('contribution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.contribution', verbose_name='contribution prévue')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='attribuant')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.grant')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('scheme', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.fundingscheme', verbose_name='dispositif')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Instalment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('advance', 'avance'), ('interim', 'acompte'), ('balance', 'solde')], max_length=8, verbose_name='nature')),
                    ('number', models.PositiveSmallIntegerField(default=1, verbose_name='n°')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant')),
                    ('expected_on', models.DateField(blank=True, null=True, verbose_name='attendu le')),
                    ('papers_due_on', models.DateField(blank=True, null=True, verbose_name='pièces attendues le')),
                    ('papers_received_on', models.DateField(blank=True, null=True, verbose_name='pièces reçues le')),
                    ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='instalments', to='projects.grant', verbose_name='subvention')),
                ],
                options={
                    'verbose_name': 'échéance de versement',
                    'verbose_name_plural': 'échéances de versement',
                    'ordering': ['grant', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('grant', 'number'), name='instalment_unique', violation_error_message='Ce numéro d’échéance existe déjà.'), models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('amount__isnull', True), _connector='OR'), name='instalment_amount', violation_error_message='Un montant n’est pas négatif.')],
                },
            ), migrations.CreateModel(
                name='InstalmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('advance', 'avance'), ('interim', 'acompte'), ('balance', 'solde')], max_length=8, verbose_name='nature')),
                    ('number', models.PositiveSmallIntegerField(default=1, verbose_name='n°')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, max_digits=14, verbose_name='montant')),
                    ('expected_on', models.DateField(blank=True, null=True, verbose_name='attendu le')),
                    ('papers_due_on', models.DateField(blank=True, null=True, verbose_name='pièces attendues le')),
                    ('papers_received_on', models.DateField(blank=True, null=True, verbose_name='pièces reçues le')),
                    ('grant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.grant', verbose_name='subvention')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.instalment')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Payment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('mandate_number', models.CharField(max_length=40, verbose_name='numéro de mandat')),
                    ('budget_year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='exercice')),
                    ('paid_on', models.DateField(verbose_name='mandaté le')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, help_text='Négatif pour un reversement.', max_digits=14, verbose_name='montant')),
                    ('grant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='projects.grant', verbose_name='subvention')),
                    ('instalment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='projects.instalment', verbose_name='échéance')),
                ],
                options={
                    'verbose_name': 'versement',
                    'verbose_name_plural': 'versements',
                    'ordering': ['grant', 'paid_on', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('grant', 'budget_year', 'mandate_number'), name='payment_unique', violation_error_message='Ce mandat est déjà inscrit.'), models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='payment_not_zero', violation_error_message='Un versement n’est pas nul.')],
                },
            ), migrations.CreateModel(
                name='PaymentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('mandate_number', models.CharField(max_length=40, verbose_name='numéro de mandat')),
                    ('budget_year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='exercice')),
                    ('paid_on', models.DateField(verbose_name='mandaté le')),
                    ('amount', programmes.fields.MoneyField(decimal_places=2, help_text='Négatif pour un reversement.', max_digits=14, verbose_name='montant')),
                    ('grant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.grant', verbose_name='subvention')),
                    ('instalment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.instalment', verbose_name='échéance')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.payment')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.id, NEW.id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s €) dépassent le montant voté de la subvention (%s €).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='0f484654d1bcbb38caa35ceb335b5de7fb9059d7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_da800', table='projects_grant', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_granthistory" ("amount", "beneficiary_id", "budget", "cancelled_amount", "cancelled_on", "contribution_id", "convention_number", "convention_signed_on", "deciding_body", "decision_number", "eligible_base", "eligible_from", "eligible_until", "id", "is_demo", "is_lump_sum", "lapses_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "rate", "reference", "scheme_id", "source", "version", "voted_on") VALUES (NEW."amount", NEW."beneficiary_id", NEW."budget", NEW."cancelled_amount", NEW."cancelled_on", NEW."contribution_id", NEW."convention_number", NEW."convention_signed_on", NEW."deciding_body", NEW."decision_number", NEW."eligible_base", NEW."eligible_from", NEW."eligible_until", NEW."id", NEW."is_demo", NEW."is_lump_sum", NEW."lapses_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."purpose", NEW."rate", NEW."reference", NEW."scheme_id", NEW."source", NEW."version", NEW."voted_on"); RETURN NULL;', hash='8498ca31ea9326c9c921ed28e4627496767f0cfe', operation='INSERT', pgid='pgtrigger_insert_insert_dbb9d', table='projects_grant', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_granthistory" ("amount", "beneficiary_id", "budget", "cancelled_amount", "cancelled_on", "contribution_id", "convention_number", "convention_signed_on", "deciding_body", "decision_number", "eligible_base", "eligible_from", "eligible_until", "id", "is_demo", "is_lump_sum", "lapses_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "rate", "reference", "scheme_id", "source", "version", "voted_on") VALUES (NEW."amount", NEW."beneficiary_id", NEW."budget", NEW."cancelled_amount", NEW."cancelled_on", NEW."contribution_id", NEW."convention_number", NEW."convention_signed_on", NEW."deciding_body", NEW."decision_number", NEW."eligible_base", NEW."eligible_from", NEW."eligible_until", NEW."id", NEW."is_demo", NEW."is_lump_sum", NEW."lapses_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."purpose", NEW."rate", NEW."reference", NEW."scheme_id", NEW."source", NEW."version", NEW."voted_on"); RETURN NULL;', hash='f5df34ed2501df95f3b25c028fbb4605a06bddb2', operation='UPDATE', pgid='pgtrigger_update_update_f1fc0', table='projects_grant', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_granthistory" ("amount", "beneficiary_id", "budget", "cancelled_amount", "cancelled_on", "contribution_id", "convention_number", "convention_signed_on", "deciding_body", "decision_number", "eligible_base", "eligible_from", "eligible_until", "id", "is_demo", "is_lump_sum", "lapses_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "rate", "reference", "scheme_id", "source", "version", "voted_on") VALUES (OLD."amount", OLD."beneficiary_id", OLD."budget", OLD."cancelled_amount", OLD."cancelled_on", OLD."contribution_id", OLD."convention_number", OLD."convention_signed_on", OLD."deciding_body", OLD."decision_number", OLD."eligible_base", OLD."eligible_from", OLD."eligible_until", OLD."id", OLD."is_demo", OLD."is_lump_sum", OLD."lapses_on", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."purpose", OLD."rate", OLD."reference", OLD."scheme_id", OLD."source", OLD."version", OLD."voted_on"); RETURN NULL;', hash='215495c18e4a5e80a2b605272a8225600db58fa1', operation='DELETE', pgid='pgtrigger_delete_delete_618da', table='projects_grant', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."beneficiary_id" IS DISTINCT FROM (NEW."beneficiary_id") OR OLD."budget" IS DISTINCT FROM (NEW."budget") OR OLD."cancelled_amount" IS DISTINCT FROM (NEW."cancelled_amount") OR OLD."cancelled_on" IS DISTINCT FROM (NEW."cancelled_on") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."convention_number" IS DISTINCT FROM (NEW."convention_number") OR OLD."convention_signed_on" IS DISTINCT FROM (NEW."convention_signed_on") OR OLD."deciding_body" IS DISTINCT FROM (NEW."deciding_body") OR OLD."decision_number" IS DISTINCT FROM (NEW."decision_number") OR OLD."eligible_base" IS DISTINCT FROM (NEW."eligible_base") OR OLD."eligible_from" IS DISTINCT FROM (NEW."eligible_from") OR OLD."eligible_until" IS DISTINCT FROM (NEW."eligible_until") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_lump_sum" IS DISTINCT FROM (NEW."is_lump_sum") OR OLD."lapses_on" IS DISTINCT FROM (NEW."lapses_on") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."rate" IS DISTINCT FROM (NEW."rate") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."scheme_id" IS DISTINCT FROM (NEW."scheme_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."voted_on" IS DISTINCT FROM (NEW."voted_on"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='b57a85bee04c446909ab46bb6454de8bd29449ab', operation='UPDATE', pgid='pgtrigger_count_version_72986', table='projects_grant', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.grant_id, NEW.grant_id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s €) dépassent le montant voté de la subvention (%s €).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='e155b99c189cdac59ced16e4f4440365bf01bd15', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_ecfe4', table='projects_grantamendment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_grantamendmenthistory" ("amount", "grant_id", "id", "is_demo", "new_lapse_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (NEW."amount", NEW."grant_id", NEW."id", NEW."is_demo", NEW."new_lapse_date", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signed_on", NEW."source", NEW."version"); RETURN NULL;', hash='45eb272e0f9b6dea5098ec2b226b635703b9ac5f', operation='INSERT', pgid='pgtrigger_insert_insert_c0c93', table='projects_grantamendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_grantamendmenthistory" ("amount", "grant_id", "id", "is_demo", "new_lapse_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (NEW."amount", NEW."grant_id", NEW."id", NEW."is_demo", NEW."new_lapse_date", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signed_on", NEW."source", NEW."version"); RETURN NULL;', hash='40f971c98a508265d5d0572f29793b1b517cf95d', operation='UPDATE', pgid='pgtrigger_update_update_0b64f', table='projects_grantamendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_grantamendmenthistory" ("amount", "grant_id", "id", "is_demo", "new_lapse_date", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "source", "version") VALUES (OLD."amount", OLD."grant_id", OLD."id", OLD."is_demo", OLD."new_lapse_date", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signed_on", OLD."source", OLD."version"); RETURN NULL;', hash='c111fc18b95e3bddb8c4a2b413e59b0fbb9fe804', operation='DELETE', pgid='pgtrigger_delete_delete_5813b', table='projects_grantamendment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."grant_id" IS DISTINCT FROM (NEW."grant_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."new_lapse_date" IS DISTINCT FROM (NEW."new_lapse_date") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='3fad84006f11e6f3a24890aafa2e74b90ca44373', operation='UPDATE', pgid='pgtrigger_count_version_04302', table='projects_grantamendment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='instalment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_instalmenthistory" ("amount", "expected_on", "grant_id", "id", "is_demo", "kind", "number", "papers_due_on", "papers_received_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."amount", NEW."expected_on", NEW."grant_id", NEW."id", NEW."is_demo", NEW."kind", NEW."number", NEW."papers_due_on", NEW."papers_received_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='b73f8fea633871732f7e5a5eff386af202bdf93a', operation='INSERT', pgid='pgtrigger_insert_insert_255c5', table='projects_instalment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='instalment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_instalmenthistory" ("amount", "expected_on", "grant_id", "id", "is_demo", "kind", "number", "papers_due_on", "papers_received_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."amount", NEW."expected_on", NEW."grant_id", NEW."id", NEW."is_demo", NEW."kind", NEW."number", NEW."papers_due_on", NEW."papers_received_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='352f598af75914948f6768489a0ab1584cd00b56', operation='UPDATE', pgid='pgtrigger_update_update_9629e', table='projects_instalment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='instalment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_instalmenthistory" ("amount", "expected_on", "grant_id", "id", "is_demo", "kind", "number", "papers_due_on", "papers_received_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."amount", OLD."expected_on", OLD."grant_id", OLD."id", OLD."is_demo", OLD."kind", OLD."number", OLD."papers_due_on", OLD."papers_received_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='142c2788e93e575e94d72ab36cc6fe2c6e61e5ce', operation='DELETE', pgid='pgtrigger_delete_delete_871ef', table='projects_instalment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='instalment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."expected_on" IS DISTINCT FROM (NEW."expected_on") OR OLD."grant_id" IS DISTINCT FROM (NEW."grant_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."papers_due_on" IS DISTINCT FROM (NEW."papers_due_on") OR OLD."papers_received_on" IS DISTINCT FROM (NEW."papers_received_on"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='e961546a9de021a43f5046784dbe4e7dcf4bc537', operation='UPDATE', pgid='pgtrigger_count_version_8e918', table='projects_instalment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.grant_id, NEW.grant_id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s €) dépassent le montant voté de la subvention (%s €).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='a8cf34ecf4317ded011b398158ee6fb8244ed00b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_b3f5c', table='projects_payment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_paymenthistory" ("amount", "budget_year", "grant_id", "id", "instalment_id", "is_demo", "mandate_number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."amount", NEW."budget_year", NEW."grant_id", NEW."id", NEW."instalment_id", NEW."is_demo", NEW."mandate_number", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='86defdc2c4b93ee41dbb286dabc3b83db35324b2', operation='INSERT', pgid='pgtrigger_insert_insert_7160e', table='projects_payment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_paymenthistory" ("amount", "budget_year", "grant_id", "id", "instalment_id", "is_demo", "mandate_number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (NEW."amount", NEW."budget_year", NEW."grant_id", NEW."id", NEW."instalment_id", NEW."is_demo", NEW."mandate_number", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."version"); RETURN NULL;', hash='01ebd31dad6c75c684e3e33fb41298f6af780a26', operation='UPDATE', pgid='pgtrigger_update_update_ccb93', table='projects_payment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_paymenthistory" ("amount", "budget_year", "grant_id", "id", "instalment_id", "is_demo", "mandate_number", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version") VALUES (OLD."amount", OLD."budget_year", OLD."grant_id", OLD."id", OLD."instalment_id", OLD."is_demo", OLD."mandate_number", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."version"); RETURN NULL;', hash='a6f946aa09bec211430a16986a7d074ff084f535', operation='DELETE', pgid='pgtrigger_delete_delete_a7a32', table='projects_payment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."budget_year" IS DISTINCT FROM (NEW."budget_year") OR OLD."grant_id" IS DISTINCT FROM (NEW."grant_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instalment_id" IS DISTINCT FROM (NEW."instalment_id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."mandate_number" IS DISTINCT FROM (NEW."mandate_number") OR OLD."paid_on" IS DISTINCT FROM (NEW."paid_on") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='90363df6c6993ba767937ddfd6e1a9519edf48c0', operation='UPDATE', pgid='pgtrigger_count_version_616bb', table='projects_payment', when='BEFORE')),
            )],
        ),
    ]
