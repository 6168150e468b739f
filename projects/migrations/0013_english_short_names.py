"""English short names of actions; an event changes the pages of the commitments that it proves."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from programmes.schema import at_once


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0012_outputs_on_pages_of_theses'),
    ]

    operations = at_once([
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='stamp',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='project',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='project',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='project',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='project',
            name='count_version',
        ),
        migrations.AddField(
            model_name='project',
            name='acronym_en',
            field=models.CharField(blank=True, max_length=60, verbose_name='nom court en anglais'),
        ),
        migrations.AddField(
            model_name='projecthistory',
            name='acronym_en',
            field=models.CharField(blank=True, max_length=60, verbose_name='nom court en anglais'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF NOT 'published' IN (coalesce(OLD.status, ''), coalesce(NEW.status, '')) THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT 'projects_event', id FROM (SELECT unnest(ARRAY[NEW.id, OLD.id])) rows (id) UNION SELECT 'programmes_commitment', id FROM (SELECT commitment_id FROM programmes_commitmentsheet WHERE id IN (SELECT sheet_id FROM projects_eventevidence WHERE id IN (SELECT id FROM projects_eventevidence WHERE event_id IN (SELECT unnest(ARRAY[NEW.id, OLD.id]))))) rows (id) UNION SELECT 'projects_project', id FROM (SELECT unnest(ARRAY[NEW.project_id, OLD.project_id])) rows (id)), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='5206cb5eda7104a019876f79e4f49ad43bc6604f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_b8323', table='projects_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "acronym_en", "actual_end", "actual_start", "call_reference", "contact_email", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (NEW."access", NEW."access_en", NEW."acronym", NEW."acronym_en", NEW."actual_end", NEW."actual_start", NEW."call_reference", NEW."contact_email", NEW."frame", NEW."id", NEW."is_demo", NEW."is_flagship", NEW."is_open_to_users", NEW."kind", NEW."lead_laboratory_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_end", NEW."planned_start", NEW."rank", NEW."reference", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='24c31d303f27bd6354c110f1f42b370720e9e3ac', operation='INSERT', pgid='pgtrigger_insert_insert_2e147', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."access" IS DISTINCT FROM (NEW."access") OR OLD."access_en" IS DISTINCT FROM (NEW."access_en") OR OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."acronym_en" IS DISTINCT FROM (NEW."acronym_en") OR OLD."actual_end" IS DISTINCT FROM (NEW."actual_end") OR OLD."actual_start" IS DISTINCT FROM (NEW."actual_start") OR OLD."call_reference" IS DISTINCT FROM (NEW."call_reference") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."frame" IS DISTINCT FROM (NEW."frame") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_flagship" IS DISTINCT FROM (NEW."is_flagship") OR OLD."is_open_to_users" IS DISTINCT FROM (NEW."is_open_to_users") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_laboratory_id" IS DISTINCT FROM (NEW."lead_laboratory_id") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."planned_start" IS DISTINCT FROM (NEW."planned_start") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "acronym_en", "actual_end", "actual_start", "call_reference", "contact_email", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (NEW."access", NEW."access_en", NEW."acronym", NEW."acronym_en", NEW."actual_end", NEW."actual_start", NEW."call_reference", NEW."contact_email", NEW."frame", NEW."id", NEW."is_demo", NEW."is_flagship", NEW."is_open_to_users", NEW."kind", NEW."lead_laboratory_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_end", NEW."planned_start", NEW."rank", NEW."reference", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='1ba935b3796011c7b22704bed662977cf878e827', operation='UPDATE', pgid='pgtrigger_update_update_804c3', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "acronym_en", "actual_end", "actual_start", "call_reference", "contact_email", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (OLD."access", OLD."access_en", OLD."acronym", OLD."acronym_en", OLD."actual_end", OLD."actual_start", OLD."call_reference", OLD."contact_email", OLD."frame", OLD."id", OLD."is_demo", OLD."is_flagship", OLD."is_open_to_users", OLD."kind", OLD."lead_laboratory_id", OLD."part_of_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_end", OLD."planned_start", OLD."rank", OLD."reference", OLD."slug", OLD."source", OLD."state", OLD."status", OLD."summary", OLD."summary_en", OLD."title", OLD."title_en", OLD."version", OLD."website"); RETURN NULL;', hash='b4cab63a3c9581d99f0a2f6373d197c6fa08efbd', operation='DELETE', pgid='pgtrigger_delete_delete_2192f', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."access" IS DISTINCT FROM (NEW."access") OR OLD."access_en" IS DISTINCT FROM (NEW."access_en") OR OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."acronym_en" IS DISTINCT FROM (NEW."acronym_en") OR OLD."actual_end" IS DISTINCT FROM (NEW."actual_end") OR OLD."actual_start" IS DISTINCT FROM (NEW."actual_start") OR OLD."call_reference" IS DISTINCT FROM (NEW."call_reference") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."frame" IS DISTINCT FROM (NEW."frame") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_flagship" IS DISTINCT FROM (NEW."is_flagship") OR OLD."is_open_to_users" IS DISTINCT FROM (NEW."is_open_to_users") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_laboratory_id" IS DISTINCT FROM (NEW."lead_laboratory_id") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."planned_start" IS DISTINCT FROM (NEW."planned_start") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='6c3fc4346a86ebb4142d860e577402a24e637155', operation='UPDATE', pgid='pgtrigger_count_version_a90c4', table='projects_project', when='BEFORE')),
        ),
    ])
