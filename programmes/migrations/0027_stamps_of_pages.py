"""Stamps of the public pages, written by the tables that they show."""

import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.stamps
from django.db import migrations, models

from programmes.schema import at_once


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0026_public_contacts'),
    ]

    operations = at_once([
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.CharField(max_length=63)),
                ('row', models.BigIntegerField(default=0)),
                ('changes', models.BigIntegerField(default=1)),
                ('transaction', models.BigIntegerField(default=0)),
                ('statement', models.DateTimeField(db_default=programmes.models.stamps.StatementTime())),
            ],
            options={
                'verbose_name': 'marque de changement',
                'verbose_name_plural': 'marques de changement',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('page', 'row', 'transaction', 'statement'), name='stamp_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='amendment',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='4dd11016ebebff3ceed29d35c931efaefc8d0050', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_24978', table='programmes_amendment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annualreport',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='295d5f50aacdfa131f2b21521a3b54923004c5ce', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_b4a71', table='programmes_annualreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='334d2a82499037edbd52c8c73061b5ff3507bed8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_891f1', table='programmes_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigndeadline',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='c5d5935caa6353e2b836c961d96ecdf4a1ce31ea', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_4cb2e', table='programmes_campaigndeadline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitment',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF NOT 'published' IN (coalesce(OLD.status, ''), coalesce(NEW.status, '')) THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='c8a463a8803990e12fd6819e0d809d85f9be9e3c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_0b5ff', table='programmes_commitment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentassessment',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT 'programmes_protocol', id FROM (SELECT id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT campaign_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id])))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT predecessor_id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT campaign_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id])))) AND status = 'published') rows (id) UNION SELECT 'programmes_commitment', id FROM (SELECT id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id]))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT protocol_id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id]))) AND status = 'published') rows (id)), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='f68e6af9fa284fe3592e32bac92f5b03c9de56be', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_e0227', table='programmes_commitmentassessment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentcontinuation',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='f030c9ab2dcc81849e0eed34475ea9a218e89aa0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_054ed', table='programmes_commitmentcontinuation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentevidence',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT 'programmes_protocol', id FROM (SELECT id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT campaign_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id])))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT predecessor_id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT campaign_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id])))) AND status = 'published') rows (id) UNION SELECT 'programmes_commitment', id FROM (SELECT id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id]))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT protocol_id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_commitmentsheet WHERE id IN (SELECT unnest(ARRAY[NEW.sheet_id, OLD.sheet_id]))) AND status = 'published') rows (id)), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='587dcaaa53a136b9978cc177ec59ea3c00e2ff80', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_22ef0', table='programmes_commitmentevidence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentowner',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='71f8e9c258e877e4f8a50a82f0450fe5dd1e4568', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_daad6', table='programmes_commitmentowner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentsheet',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT 'programmes_protocol', id FROM (SELECT id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT unnest(ARRAY[NEW.campaign_id, OLD.campaign_id]))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT predecessor_id FROM programmes_protocol WHERE id IN (SELECT protocol_id FROM programmes_campaign WHERE id IN (SELECT unnest(ARRAY[NEW.campaign_id, OLD.campaign_id]))) AND status = 'published') rows (id) UNION SELECT 'programmes_commitment', id FROM (SELECT id FROM programmes_commitment WHERE id IN (SELECT unnest(ARRAY[NEW.commitment_id, OLD.commitment_id])) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT protocol_id FROM programmes_commitment WHERE id IN (SELECT unnest(ARRAY[NEW.commitment_id, OLD.commitment_id])) AND status = 'published') rows (id)), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='81c826ee8d584ea3b0670990de0afb3a60fde32c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_6675d', table='programmes_commitmentsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='048f0361b1406d8421da460180957dac138413ff', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_3e4f3', table='programmes_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='distinctpair',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='85abdfcef114a31dc8c45184c50347e5bb6646de', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_dbf07', table='programmes_distinctpair', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionpublication',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='62d89e349438304eee798c9ee66aeb1ff9a9ad5e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_1c5cc', table='programmes_editionpublication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionwithdrawal',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='f909d1484bd0febd30e63d0bf200024e7f80463e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_5eb3c', table='programmes_editionwithdrawal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='identifier',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='5d8f156c107826b3b7c49b986728d2fa82a826a8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_65d9d', table='programmes_identifier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='d98864aabc38e9c797b08d730dbe5175989380f6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_3d621', table='programmes_indicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicatorvalue',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT 'programmes_commitment', id FROM (SELECT id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_indicator WHERE id IN (SELECT unnest(ARRAY[NEW.indicator_id, OLD.indicator_id]))) AND status = 'published') rows (id) UNION SELECT 'programmes_protocol', id FROM (SELECT protocol_id FROM programmes_commitment WHERE id IN (SELECT commitment_id FROM programmes_indicator WHERE id IN (SELECT unnest(ARRAY[NEW.indicator_id, OLD.indicator_id]))) AND status = 'published') rows (id)), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='3ce2787d44c618b94d41d20c9e93a6317af54bb0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_328e1', table='programmes_indicatorvalue', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratory',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF NOT 'published' IN (coalesce(OLD.status, ''), coalesce(NEW.status, '')) THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='5f54a13bcd35d006a479d69f0fd8675bc08ec1be', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_50120', table='programmes_laboratory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratorycontact',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='3b1925951e7bfa094778af1e46bc2b7dd4683e64', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_d100f', table='programmes_laboratorycontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='laboratorysupervision',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='f2258e6c61931744f83f68786758a02b027be57f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_42229', table='programmes_laboratorysupervision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF TG_OP = 'INSERT' THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='db77670440984c77ba7e05d6d14a8ae2a5e87063', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_e58c9', table='programmes_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='ef392e97be19efd48d0f8bcc6f5a6c1f6eaca966', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_0cfe7', table='programmes_party', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF TG_OP = 'INSERT' THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='e1f01dd544fce526187cb2f12186e0593b2ca180', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_dee3f', table='programmes_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocol',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF NOT 'published' IN (coalesce(OLD.status, ''), coalesce(NEW.status, '')) THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='7b304a2f3459242a1ff1cbeca4539073dafb462a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_df85b', table='programmes_protocol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocolact',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='746849233be42c5626e35c686b7c98c6a7356e5a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_0964a', table='programmes_protocolact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (\n                WITH near (page, row) AS (SELECT (SELECT app_label || '_' || model FROM django_content_type WHERE id = NEW.content_type_id), NEW.object_id UNION SELECT (SELECT app_label || '_' || model FROM django_content_type WHERE id = OLD.content_type_id), OLD.object_id), shown AS (SELECT page, row FROM near WHERE row IS NOT NULL)\n                SELECT page, row FROM shown UNION ALL SELECT 'any', 0 WHERE EXISTS (SELECT FROM shown)\n            ) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='33224f3bafc1250d4cc2a2bc484c76293b1b8f05', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_f53c2', table='programmes_remark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='26767f03ed790496a157699c144f34fa53e9b69b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_55f11', table='programmes_signature', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='7a3b353de486a7a25869072065dbb0dc714987a7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_b25ab', table='programmes_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='steeringmeeting',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='730a901a49caa50be86c5a6ab7f5d39e0be5709c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_6aeca', table='programmes_steeringmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='theme',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF; IF NOT 'published' IN (coalesce(OLD.status, ''), coalesce(NEW.status, '')) THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='a72d0dcc8326b186d515a52250cd9588c2721be1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_3f153', table='programmes_theme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='themelaboratory',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='571d7ae75e069808b63e8e314f5f202a617162f8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_626a2', table='programmes_themelaboratory', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitcode',
            trigger=pgtrigger.compiler.Trigger(name='stamp', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;\n            INSERT INTO programmes_stamp (page, row, changes, transaction)\n            SELECT page, row, 1, pg_current_xact_id()::text::bigint FROM (VALUES ('any', 0), ('every', 0)) pages (page, row)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ", hash='217238c72ca7ce4f7e55fa3c8e2ad5f2cfd3dbff', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stamp_503d8', table='programmes_unitcode', when='AFTER')),
        ),
    ])
