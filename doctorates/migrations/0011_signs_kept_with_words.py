"""The sentences of triggers keep their signs with their words: no-break spaces."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from programmes.schema import ReplaceTriggers


class Migration(migrations.Migration):

    dependencies = [
        ('doctorates', '0010_answers_by_link'),
    ]

    operations = [
        ReplaceTriggers([
            pgtrigger.migrations.AddTrigger(
                model_name='thesisfunding',
                trigger=pgtrigger.compiler.Trigger(name='shares_within_whole', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE highest numeric;', func="\n        PERFORM 1 FROM doctorates_thesis WHERE id = NEW.thesis_id FOR UPDATE;\n        SELECT MAX(day.total) INTO highest FROM (\n            SELECT SUM(other.share) AS total\n            FROM doctorates_thesisfunding first\n            JOIN doctorates_thesisfunding other ON other.thesis_id = first.thesis_id\n             AND daterange(other.since, other.until, '[]') @> COALESCE(first.since, '-infinity'::date)\n            WHERE first.thesis_id = NEW.thesis_id\n            GROUP BY first.id\n        ) day;\n        IF highest > 100 THEN\n            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'shares_within_whole', MESSAGE = format(\n                'Les quotités de la thèse atteignent %s\xa0%% le même jour\u202f; '\n                'elles ne peuvent dépasser 100\xa0%%.',\n                replace(trim_scale(highest)::text, '.', ','));\n        END IF;\n        RETURN NULL;\n    ", hash='ae30d1704162ef31bdd0d206c035b30b2f620eea', operation='INSERT OR UPDATE', pgid='pgtrigger_shares_within_whole_9b70b', table='doctorates_thesisfunding', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='thesissheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de\xa0: ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='ef30c13c79f79c175e34325af2d6a8e4ea687a3c', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_3df21', table='doctorates_thesissheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
        ]),
    ]
