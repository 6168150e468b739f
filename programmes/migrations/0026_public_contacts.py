"""Public addresses of laboratories and actions."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from programmes.schema import at_once


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0025_letters_and_accessibility'),
    ]

    operations = at_once([
        pgtrigger.migrations.RemoveTrigger(
            model_name='laboratory',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='laboratory',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='laboratory',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='laboratory',
            name='count_version',
        ),
        migrations.AddField(
            model_name='laboratory',
            name='contact_email',
            field=models.EmailField(blank=True, help_text='Celle d’un service ou d’une fonction, jamais celle d’une personne\u202f; affichée à tous.', max_length=254, verbose_name='adresse de contact, publique'),
        ),
        migrations.AddField(
            model_name='laboratoryhistory',
            name='contact_email',
            field=models.EmailField(blank=True, help_text='Celle d’un service ou d’une fonction, jamais celle d’une personne\u202f; affichée à tous.', max_length=254, verbose_name='adresse de contact, publique'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratory',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "contact_email", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "merged_into_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."closed_on", NEW."contact_email", NEW."id", NEW."is_demo", NEW."is_elsewhere", NEW."latitude", NEW."longitude", NEW."main_institute_id", NEW."merged_into_id", NEW."name", NEW."name_en", NEW."opened_on", NEW."other_cities", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."second_institute_id", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version", NEW."website"); RETURN NULL;', hash='1fb0435192f6d35b1738892263c500190548b819', operation='INSERT', pgid='pgtrigger_insert_insert_39a5a', table='programmes_laboratory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratory',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "contact_email", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "merged_into_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."closed_on", NEW."contact_email", NEW."id", NEW."is_demo", NEW."is_elsewhere", NEW."latitude", NEW."longitude", NEW."main_institute_id", NEW."merged_into_id", NEW."name", NEW."name_en", NEW."opened_on", NEW."other_cities", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."second_institute_id", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version", NEW."website"); RETURN NULL;', hash='b6dce7ec3bcad25202f7df4501a79eec44bf931f', operation='UPDATE', pgid='pgtrigger_update_update_0f1a9', table='programmes_laboratory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratory',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "contact_email", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "merged_into_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (OLD."acronym", OLD."city", OLD."closed_on", OLD."contact_email", OLD."id", OLD."is_demo", OLD."is_elsewhere", OLD."latitude", OLD."longitude", OLD."main_institute_id", OLD."merged_into_id", OLD."name", OLD."name_en", OLD."opened_on", OLD."other_cities", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."predecessor_id", OLD."reference", OLD."second_institute_id", OLD."slug", OLD."source", OLD."status", OLD."summary", OLD."summary_en", OLD."version", OLD."website"); RETURN NULL;', hash='6db157f0ecde161464c7100dc2c8380512c1fb73', operation='DELETE', pgid='pgtrigger_delete_delete_70327', table='programmes_laboratory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratory',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_elsewhere" IS DISTINCT FROM (NEW."is_elsewhere") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."main_institute_id" IS DISTINCT FROM (NEW."main_institute_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."other_cities" IS DISTINCT FROM (NEW."other_cities") OR OLD."predecessor_id" IS DISTINCT FROM (NEW."predecessor_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."second_institute_id" IS DISTINCT FROM (NEW."second_institute_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='61daa85c4dfb86032f67473bbce0ff248599e028', operation='UPDATE', pgid='pgtrigger_count_version_3762d', table='programmes_laboratory', when='BEFORE')),
        ),
    ])
