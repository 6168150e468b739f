"""Outputs stand on the pages of the theses that made them."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0011_stamps_of_pages'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='output',
            name='stamp',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='output',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='0591f639bbdd40a9ddad4cc9830a499018aab020', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_0669c', table='projects_output', when='AFTER')),
        ),
    ]
