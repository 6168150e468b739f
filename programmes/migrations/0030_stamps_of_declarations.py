"""A declaration of accessibility changes every page: its word stands at their foot."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0029_open_data_files'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitydeclaration',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='4b54a085f60c70b97347884def90526154863e0b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_ec6bc', table='programmes_accessibilitydeclaration', when='AFTER')),
        ),
    ]
