"""The sentences of triggers keep their signs with their words: no-break spaces."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from programmes.schema import ReplaceTriggers


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0021_reminders'),
    ]

    operations = [
        ReplaceTriggers([
            pgtrigger.migrations.AddTrigger(
                model_name='annualreport',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de\xa0: ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='4834ca58a8ef5690c0742cae65e5d672e827d70c', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_b80c2', table='programmes_annualreport', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='commitmentassessment',
                trigger=pgtrigger.compiler.Trigger(name='level_of_campaign', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE is_final boolean;', func="\n            SELECT c.kind = 'final' INTO is_final\n            FROM programmes_commitmentsheet s JOIN programmes_campaign c ON c.id = s.campaign_id\n            WHERE s.id = NEW.sheet_id;\n            IF is_final AND NEW.level NOT IN ('kept', 'partly_kept', 'not_kept', 'no_judgement') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'level_of_campaign', MESSAGE = 'Un bilan final dit d’un engagement s’il est tenu, partiellement tenu, non tenu, ou ne peut être apprécié.'; END IF;\n            IF NOT is_final AND NEW.level IN ('kept', 'partly_kept', 'not_kept', 'no_judgement') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'level_of_campaign', MESSAGE = '«\xa0Tenu\xa0» et «\xa0non tenu\xa0» appartiennent au bilan final\xa0: cette campagne dit où en est l’engagement.'; END IF;\n            RETURN NEW;\n        ", hash='80fd94e22de2ae2fee9cebda8b20d33e4eafe641', operation='INSERT OR UPDATE', pgid='pgtrigger_level_of_campaign_98b08', table='programmes_commitmentassessment', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de\xa0: ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='68c259dbfe74dc2ee01c74170a7512158898a2e3', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_60c16', table='programmes_commitmentsheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='visa',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing((SELECT app_label || '_' || model FROM django_content_type WHERE id = OLD.content_type_id), OLD.object_id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de\xa0: ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='3729de1c8e5209e78f6ef2d6c5612b63164d9eda', operation='UPDATE OR DELETE', pgid='pgtrigger_every_visa_f41b1', table='programmes_visa', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='withdrawalagreement',
                trigger=pgtrigger.compiler.Trigger(name='kept_once_withdrawn', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF EXISTS (SELECT FROM programmes_editionwithdrawal WHERE edition_id = OLD.edition_id)\n                    THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'withdrawal_agreement_kept', MESSAGE = 'L’édition est retirée\xa0: les accords donnés ne changent plus.'; END IF;\n                    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;\n                ", hash='459da4a444090d6fe96b8ebe736e4469e04e8291', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_once_withdrawn_c6735', table='programmes_withdrawalagreement', when='BEFORE')),
            ),
        ]),
    ]
