"""Letters of visitors with a reason, an answer and a term; the declaration of accessibility."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
from django.conf import settings
from django.db import migrations, models

from programmes.schema import at_once


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0024_one_page_of_commitments'),
    ]

    operations = at_once([
        migrations.CreateModel(
            name='AccessibilityDeclaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                ('established_on', models.DateField(unique=True, verbose_name='établie le')),
                ('updated_on', models.DateField(blank=True, null=True, verbose_name='mise à jour le')),
                ('audited_on', models.DateField(blank=True, null=True, verbose_name='date de l’audit')),
                ('auditor', models.CharField(blank=True, max_length=200, verbose_name='auteur de l’audit')),
                ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='critères respectés, en %')),
                ('mean_rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='taux moyen par page, en %')),
                ('non_conformities', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non conformes')),
                ('non_conformities_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non conformes, en anglais')),
                ('burdens', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='dérogations pour charge disproportionnée, avec leur raison')),
                ('burdens_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='dérogations, en anglais')),
                ('exempt', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non soumis à l’obligation')),
                ('exempt_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non soumis, en anglais')),
                ('technologies', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='technologies')),
                ('technologies_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='technologies, en anglais')),
                ('environment', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='environnement de test')),
                ('environment_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='environnement de test, en anglais')),
                ('tools', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='outils d’évaluation')),
                ('tools_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='outils d’évaluation, en anglais')),
                ('pages', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='pages vérifiées')),
                ('pages_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='pages vérifiées, en anglais')),
                ('scheme', programmes.fields.RichTextField(blank=True, verbose_name='schéma pluriannuel, trois ans au plus')),
                ('scheme_en', programmes.fields.RichTextField(blank=True, verbose_name='schéma pluriannuel, en anglais')),
                ('plan', programmes.fields.RichTextField(blank=True, verbose_name='plan d’action de l’année')),
                ('plan_en', programmes.fields.RichTextField(blank=True, verbose_name='plan d’action de l’année, en anglais')),
            ],
            options={
                'verbose_name': 'déclaration d’accessibilité',
                'verbose_name_plural': 'déclarations d’accessibilité',
                'ordering': ['-established_on'],
            },
        ),
        migrations.CreateModel(
            name='AccessibilityDeclarationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                ('established_on', models.DateField(verbose_name='établie le')),
                ('updated_on', models.DateField(blank=True, null=True, verbose_name='mise à jour le')),
                ('audited_on', models.DateField(blank=True, null=True, verbose_name='date de l’audit')),
                ('auditor', models.CharField(blank=True, max_length=200, verbose_name='auteur de l’audit')),
                ('rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='critères respectés, en %')),
                ('mean_rate', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='taux moyen par page, en %')),
                ('non_conformities', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non conformes')),
                ('non_conformities_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non conformes, en anglais')),
                ('burdens', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='dérogations pour charge disproportionnée, avec leur raison')),
                ('burdens_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='dérogations, en anglais')),
                ('exempt', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non soumis à l’obligation')),
                ('exempt_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='contenus non soumis, en anglais')),
                ('technologies', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='technologies')),
                ('technologies_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='technologies, en anglais')),
                ('environment', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='environnement de test')),
                ('environment_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='environnement de test, en anglais')),
                ('tools', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='outils d’évaluation')),
                ('tools_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='outils d’évaluation, en anglais')),
                ('pages', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='pages vérifiées')),
                ('pages_en', models.TextField(blank=True, help_text='Une ligne pour chacun.', verbose_name='pages vérifiées, en anglais')),
                ('scheme', programmes.fields.RichTextField(blank=True, verbose_name='schéma pluriannuel, trois ans au plus')),
                ('scheme_en', programmes.fields.RichTextField(blank=True, verbose_name='schéma pluriannuel, en anglais')),
                ('plan', programmes.fields.RichTextField(blank=True, verbose_name='plan d’action de l’année')),
                ('plan_en', programmes.fields.RichTextField(blank=True, verbose_name='plan d’action de l’année, en anglais')),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ContactMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                ('message', models.TextField(max_length=4000, verbose_name='message')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse de réponse')),
                ('language', models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', editable=False, max_length=2, verbose_name='langue')),
                ('received_on', models.DateTimeField(auto_now_add=True, verbose_name='reçu le')),
                ('due_on', models.DateField(blank=True, editable=False, null=True, verbose_name='à traiter avant le')),
                ('outcome', models.CharField(blank=True, choices=[('corrected', 'corrigé'), ('answered', 'répondu'), ('set_aside', 'sans suite')], max_length=10, verbose_name='suite donnée')),
                ('answer', models.TextField(blank=True, verbose_name='réponse')),
                ('handled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='traité le')),
                ('subject', models.CharField(choices=[('question', 'Une question sur une fiche ou un chiffre'), ('reuse', 'Réutiliser les données ou citer une page'), ('accessibility', 'Un contenu ou une fonction qui ne m’est pas accessible'), ('personal', 'Mes données personnelles'), ('other', 'Autre chose')], max_length=13, verbose_name='sujet')),
            ],
            options={
                'verbose_name': 'message reçu',
                'verbose_name_plural': 'messages reçus',
                'ordering': [models.OrderBy(models.F('handled_at'), descending=True, nulls_first=True), models.OrderBy(models.F('due_on'), nulls_last=True), 'received_on'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContactMessageHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                ('message', models.TextField(max_length=4000, verbose_name='message')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse de réponse')),
                ('language', models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', editable=False, max_length=2, verbose_name='langue')),
                ('received_on', models.DateTimeField(auto_now_add=True, verbose_name='reçu le')),
                ('due_on', models.DateField(blank=True, editable=False, null=True, verbose_name='à traiter avant le')),
                ('outcome', models.CharField(blank=True, choices=[('corrected', 'corrigé'), ('answered', 'répondu'), ('set_aside', 'sans suite')], max_length=10, verbose_name='suite donnée')),
                ('answer', models.TextField(blank=True, verbose_name='réponse')),
                ('handled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='traité le')),
                ('subject', models.CharField(choices=[('question', 'Une question sur une fiche ou un chiffre'), ('reuse', 'Réutiliser les données ou citer une page'), ('accessibility', 'Un contenu ou une fonction qui ne m’est pas accessible'), ('personal', 'Mes données personnelles'), ('other', 'Autre chose')], max_length=13, verbose_name='sujet')),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.AlterModelOptions(
            name='errorreport',
            options={'ordering': [models.OrderBy(models.F('handled_at'), descending=True, nulls_first=True), models.OrderBy(models.F('due_on'), nulls_last=True), 'received_on'], 'verbose_name': 'erreur signalée', 'verbose_name_plural': 'erreurs signalées'},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='errorreport',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='errorreport',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='errorreport',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='errorreport',
            name='count_version',
        ),
        migrations.AddField(
            model_name='errorreport',
            name='answer',
            field=models.TextField(blank=True, verbose_name='réponse'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='content_type',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='nature de la fiche'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='due_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='à traiter avant le'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='language',
            field=models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', editable=False, max_length=2, verbose_name='langue'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='object_id',
            field=models.PositiveBigIntegerField(editable=False, null=True, verbose_name='numéro interne de la fiche'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='outcome',
            field=models.CharField(blank=True, choices=[('corrected', 'corrigé'), ('answered', 'répondu'), ('set_aside', 'sans suite')], max_length=10, verbose_name='suite donnée'),
        ),
        migrations.AddField(
            model_name='errorreport',
            name='reason',
            field=models.CharField(choices=[('wrong', 'Une information est fausse'), ('outdated', 'Une information n’est plus à jour'), ('missing', 'Il manque une information'), ('personal', 'Une donnée personnelle est à corriger ou à retirer'), ('unreadable', 'Un lien, un fichier ou un contenu ne s’ouvre pas')], default='wrong', max_length=10, verbose_name='motif'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='answer',
            field=models.TextField(blank=True, verbose_name='réponse'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='content_type',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contenttypes.contenttype', verbose_name='nature de la fiche'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='due_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='à traiter avant le'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='language',
            field=models.CharField(choices=[('fr', 'français'), ('en', 'anglais')], default='fr', editable=False, max_length=2, verbose_name='langue'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='object_id',
            field=models.PositiveBigIntegerField(editable=False, null=True, verbose_name='numéro interne de la fiche'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='outcome',
            field=models.CharField(blank=True, choices=[('corrected', 'corrigé'), ('answered', 'répondu'), ('set_aside', 'sans suite')], max_length=10, verbose_name='suite donnée'),
        ),
        migrations.AddField(
            model_name='errorreporthistory',
            name='reason',
            field=models.CharField(choices=[('wrong', 'Une information est fausse'), ('outdated', 'Une information n’est plus à jour'), ('missing', 'Il manque une information'), ('personal', 'Une donnée personnelle est à corriger ou à retirer'), ('unreadable', 'Un lien, un fichier ou un contenu ne s’ouvre pas')], default='wrong', max_length=10, verbose_name='motif'),
        ),
        migrations.AlterField(
            model_name='errorreport',
            name='handled_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='traité le'),
        ),
        migrations.AlterField(
            model_name='errorreport',
            name='handled_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AlterField(
            model_name='errorreport',
            name='message',
            field=models.TextField(max_length=4000, verbose_name='message'),
        ),
        migrations.AlterField(
            model_name='errorreporthistory',
            name='handled_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='traité le'),
        ),
        migrations.AlterField(
            model_name='errorreporthistory',
            name='handled_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AlterField(
            model_name='errorreporthistory',
            name='message',
            field=models.TextField(max_length=4000, verbose_name='message'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errorreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_errorreporthistory" ("address", "answer", "content_type_id", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "object_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "received_on", "version") VALUES (NEW."address", NEW."answer", NEW."content_type_id", NEW."due_on", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."message", NEW."object_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."received_on", NEW."version"); RETURN NULL;', hash='0be7c240c3a6845cb513abc19187b82f534de3db', operation='INSERT', pgid='pgtrigger_insert_insert_f4a85', table='programmes_errorreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errorreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_errorreporthistory" ("address", "answer", "content_type_id", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "object_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "received_on", "version") VALUES (NEW."address", NEW."answer", NEW."content_type_id", NEW."due_on", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."message", NEW."object_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."received_on", NEW."version"); RETURN NULL;', hash='1c2ab9f96d1634b224769b51f8fd817d1d5e743d', operation='UPDATE', pgid='pgtrigger_update_update_388a7', table='programmes_errorreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errorreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_errorreporthistory" ("address", "answer", "content_type_id", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "object_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "received_on", "version") VALUES (OLD."address", OLD."answer", OLD."content_type_id", OLD."due_on", OLD."email", OLD."handled_at", OLD."handled_by_id", OLD."id", OLD."is_demo", OLD."language", OLD."message", OLD."object_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."received_on", OLD."version"); RETURN NULL;', hash='6b9b91ee4ef9bbee320220add473aa38ed1d39e0', operation='DELETE', pgid='pgtrigger_delete_delete_ac70b', table='programmes_errorreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errorreport',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."handled_at" IS DISTINCT FROM (NEW."handled_at") OR OLD."handled_by_id" IS DISTINCT FROM (NEW."handled_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='21f41fbc51a16ce2ef055b5c3b634637d436fe2d', operation='UPDATE', pgid='pgtrigger_count_version_d6ca4', table='programmes_errorreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errorreport',
            trigger=pgtrigger.compiler.Trigger(name='names_kept', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE kept bigint;', func="\n        IF NEW.object_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.object_id IS DISTINCT FROM OLD.object_id) THEN\n            SELECT merged_into_id INTO kept FROM doctorates_doctoralschool\n                WHERE NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'doctorates' AND model = 'doctoralschool') AND id = NEW.object_id FOR KEY SHARE;\n            IF kept IS NOT NULL AND EXISTS (SELECT FROM programmes_errorreport\n                WHERE id = NEW.id AND object_id = NEW.object_id)\n            THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'names_kept', MESSAGE =\n                    'Une fiche citée ici (école doctorale) vient d’être fusionnée dans «\xa0'\n                    || (SELECT name FROM doctorates_doctoralschool WHERE id = kept) || '\xa0»\xa0: choisissez celle-ci.';\n            END IF;\n        END IF;\n    \n        IF NEW.object_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.object_id IS DISTINCT FROM OLD.object_id) THEN\n            SELECT merged_into_id INTO kept FROM programmes_laboratory\n                WHERE NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'programmes' AND model = 'laboratory') AND id = NEW.object_id FOR KEY SHARE;\n            IF kept IS NOT NULL AND EXISTS (SELECT FROM programmes_errorreport\n                WHERE id = NEW.id AND object_id = NEW.object_id)\n            THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'names_kept', MESSAGE =\n                    'Une fiche citée ici (laboratoire) vient d’être fusionnée dans «\xa0'\n                    || (SELECT name FROM programmes_laboratory WHERE id = kept) || '\xa0»\xa0: choisissez celle-ci.';\n            END IF;\n        END IF;\n    \n        IF NEW.object_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.object_id IS DISTINCT FROM OLD.object_id) THEN\n            SELECT merged_into_id INTO kept FROM programmes_organisation\n                WHERE NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'programmes' AND model = 'organisation') AND id = NEW.object_id FOR KEY SHARE;\n            IF kept IS NOT NULL AND EXISTS (SELECT FROM programmes_errorreport\n                WHERE id = NEW.id AND object_id = NEW.object_id)\n            THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'names_kept', MESSAGE =\n                    'Une fiche citée ici (organisme) vient d’être fusionnée dans «\xa0'\n                    || (SELECT name FROM programmes_organisation WHERE id = kept) || '\xa0»\xa0: choisissez celle-ci.';\n            END IF;\n        END IF;\n    \n        IF NEW.object_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.object_id IS DISTINCT FROM OLD.object_id) THEN\n            SELECT merged_into_id INTO kept FROM programmes_person\n                WHERE NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'programmes' AND model = 'person') AND id = NEW.object_id FOR KEY SHARE;\n            IF kept IS NOT NULL AND EXISTS (SELECT FROM programmes_errorreport\n                WHERE id = NEW.id AND object_id = NEW.object_id)\n            THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'names_kept', MESSAGE =\n                    'Une fiche citée ici (personne) vient d’être fusionnée dans «\xa0'\n                    || (SELECT family_name || ' ' || given_name FROM programmes_person WHERE id = kept) || '\xa0»\xa0: choisissez celle-ci.';\n            END IF;\n        END IF;\n    RETURN NULL;", hash='fd3a5c38c9b60c394ea50d069ff444932ae32735', operation='INSERT OR UPDATE', pgid='pgtrigger_names_kept_1f2af', table='programmes_errorreport', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitydeclaration',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_accessibilitydeclarationhistory" ("audited_on", "auditor", "burdens", "burdens_en", "environment", "environment_en", "established_on", "exempt", "exempt_en", "id", "is_demo", "mean_rate", "non_conformities", "non_conformities_en", "pages", "pages_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_en", "rate", "scheme", "scheme_en", "technologies", "technologies_en", "tools", "tools_en", "updated_on", "version") VALUES (NEW."audited_on", NEW."auditor", NEW."burdens", NEW."burdens_en", NEW."environment", NEW."environment_en", NEW."established_on", NEW."exempt", NEW."exempt_en", NEW."id", NEW."is_demo", NEW."mean_rate", NEW."non_conformities", NEW."non_conformities_en", NEW."pages", NEW."pages_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan", NEW."plan_en", NEW."rate", NEW."scheme", NEW."scheme_en", NEW."technologies", NEW."technologies_en", NEW."tools", NEW."tools_en", NEW."updated_on", NEW."version"); RETURN NULL;', hash='23010ee4bf6afeb2579087857903ab77b7ecab22', operation='INSERT', pgid='pgtrigger_insert_insert_67ace', table='programmes_accessibilitydeclaration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitydeclaration',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_accessibilitydeclarationhistory" ("audited_on", "auditor", "burdens", "burdens_en", "environment", "environment_en", "established_on", "exempt", "exempt_en", "id", "is_demo", "mean_rate", "non_conformities", "non_conformities_en", "pages", "pages_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_en", "rate", "scheme", "scheme_en", "technologies", "technologies_en", "tools", "tools_en", "updated_on", "version") VALUES (NEW."audited_on", NEW."auditor", NEW."burdens", NEW."burdens_en", NEW."environment", NEW."environment_en", NEW."established_on", NEW."exempt", NEW."exempt_en", NEW."id", NEW."is_demo", NEW."mean_rate", NEW."non_conformities", NEW."non_conformities_en", NEW."pages", NEW."pages_en", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan", NEW."plan_en", NEW."rate", NEW."scheme", NEW."scheme_en", NEW."technologies", NEW."technologies_en", NEW."tools", NEW."tools_en", NEW."updated_on", NEW."version"); RETURN NULL;', hash='c8e55edd412b63ab66950e5e2a8eb850319867c1', operation='UPDATE', pgid='pgtrigger_update_update_51436', table='programmes_accessibilitydeclaration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitydeclaration',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_accessibilitydeclarationhistory" ("audited_on", "auditor", "burdens", "burdens_en", "environment", "environment_en", "established_on", "exempt", "exempt_en", "id", "is_demo", "mean_rate", "non_conformities", "non_conformities_en", "pages", "pages_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_en", "rate", "scheme", "scheme_en", "technologies", "technologies_en", "tools", "tools_en", "updated_on", "version") VALUES (OLD."audited_on", OLD."auditor", OLD."burdens", OLD."burdens_en", OLD."environment", OLD."environment_en", OLD."established_on", OLD."exempt", OLD."exempt_en", OLD."id", OLD."is_demo", OLD."mean_rate", OLD."non_conformities", OLD."non_conformities_en", OLD."pages", OLD."pages_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan", OLD."plan_en", OLD."rate", OLD."scheme", OLD."scheme_en", OLD."technologies", OLD."technologies_en", OLD."tools", OLD."tools_en", OLD."updated_on", OLD."version"); RETURN NULL;', hash='c4955a8715ecd8af256db189bbc510690d0714de', operation='DELETE', pgid='pgtrigger_delete_delete_bae3d', table='programmes_accessibilitydeclaration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitydeclaration',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."audited_on" IS DISTINCT FROM (NEW."audited_on") OR OLD."auditor" IS DISTINCT FROM (NEW."auditor") OR OLD."burdens" IS DISTINCT FROM (NEW."burdens") OR OLD."burdens_en" IS DISTINCT FROM (NEW."burdens_en") OR OLD."environment" IS DISTINCT FROM (NEW."environment") OR OLD."environment_en" IS DISTINCT FROM (NEW."environment_en") OR OLD."established_on" IS DISTINCT FROM (NEW."established_on") OR OLD."exempt" IS DISTINCT FROM (NEW."exempt") OR OLD."exempt_en" IS DISTINCT FROM (NEW."exempt_en") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."mean_rate" IS DISTINCT FROM (NEW."mean_rate") OR OLD."non_conformities" IS DISTINCT FROM (NEW."non_conformities") OR OLD."non_conformities_en" IS DISTINCT FROM (NEW."non_conformities_en") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."pages_en" IS DISTINCT FROM (NEW."pages_en") OR OLD."plan" IS DISTINCT FROM (NEW."plan") OR OLD."plan_en" IS DISTINCT FROM (NEW."plan_en") OR OLD."rate" IS DISTINCT FROM (NEW."rate") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."scheme_en" IS DISTINCT FROM (NEW."scheme_en") OR OLD."technologies" IS DISTINCT FROM (NEW."technologies") OR OLD."technologies_en" IS DISTINCT FROM (NEW."technologies_en") OR OLD."tools" IS DISTINCT FROM (NEW."tools") OR OLD."tools_en" IS DISTINCT FROM (NEW."tools_en") OR OLD."updated_on" IS DISTINCT FROM (NEW."updated_on"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='0dd3951776abfbc5a21d14dcd1789da9e9878814', operation='UPDATE', pgid='pgtrigger_count_version_5f62c', table='programmes_accessibilitydeclaration', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='accessibilitydeclarationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='accessibilitydeclarationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.accessibilitydeclaration'),
        ),
        migrations.AddField(
            model_name='contactmessage',
            name='handled_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AddField(
            model_name='contactmessagehistory',
            name='handled_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traité par'),
        ),
        migrations.AddField(
            model_name='contactmessagehistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='contactmessagehistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.contactmessage'),
        ),
        migrations.AddConstraint(
            model_name='contactmessage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', False), ('handled_by__isnull', False)), models.Q(('handled_at__isnull', True), ('handled_by__isnull', True)), _connector='OR'), name='contact_message_handled', violation_error_message='Un traitement a une date et un auteur.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactmessage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_contactmessagehistory" ("answer", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "subject", "version") VALUES (NEW."answer", NEW."due_on", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."message", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_on", NEW."subject", NEW."version"); RETURN NULL;', hash='73fa733128b89ba6c38aecc8378d378d835c21e5', operation='INSERT', pgid='pgtrigger_insert_insert_a67c4', table='programmes_contactmessage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactmessage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_contactmessagehistory" ("answer", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "subject", "version") VALUES (NEW."answer", NEW."due_on", NEW."email", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."is_demo", NEW."language", NEW."message", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_on", NEW."subject", NEW."version"); RETURN NULL;', hash='36be1b67f612e322d4ab2ed194ec43c80b85a829', operation='UPDATE', pgid='pgtrigger_update_update_4038a', table='programmes_contactmessage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactmessage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_contactmessagehistory" ("answer", "due_on", "email", "handled_at", "handled_by_id", "id", "is_demo", "language", "message", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "subject", "version") VALUES (OLD."answer", OLD."due_on", OLD."email", OLD."handled_at", OLD."handled_by_id", OLD."id", OLD."is_demo", OLD."language", OLD."message", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_on", OLD."subject", OLD."version"); RETURN NULL;', hash='7aaf791fb798e124a39cf2ec6004bab116ab6489', operation='DELETE', pgid='pgtrigger_delete_delete_02900', table='programmes_contactmessage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactmessage',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."handled_at" IS DISTINCT FROM (NEW."handled_at") OR OLD."handled_by_id" IS DISTINCT FROM (NEW."handled_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."subject" IS DISTINCT FROM (NEW."subject"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='65923d2e9f464c50463d3296f666ee68e4376ca9', operation='UPDATE', pgid='pgtrigger_count_version_a737a', table='programmes_contactmessage', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='accessibilitydeclaration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('audited_on__isnull', False), ('rate__isnull', False)), models.Q(('audited_on__isnull', True), ('rate__isnull', True)), _connector='OR'), name='declaration_audit', violation_error_message='Un audit a une date et un taux.'),
        ),
        migrations.AddConstraint(
            model_name='accessibilitydeclaration',
            constraint=models.CheckConstraint(condition=models.Q(('mean_rate__isnull', True), ('rate__isnull', False), _connector='OR'), name='declaration_mean_rate', violation_error_message='Un taux moyen suppose un audit.'),
        ),
    ])
