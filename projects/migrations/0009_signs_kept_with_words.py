"""The sentences of triggers keep their signs with their words: no-break spaces."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from programmes.schema import ReplaceTriggers


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0008_answers_by_link'),
    ]

    operations = [
        ReplaceTriggers([
            pgtrigger.migrations.AddTrigger(
                model_name='grant',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.id, NEW.id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s\xa0€) dépassent le montant voté de la subvention (%s\xa0€).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='38d8d09a629fb413251321daec7b036d1fa18547', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_da800', table='projects_grant', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='grantamendment',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.grant_id, NEW.grant_id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s\xa0€) dépassent le montant voté de la subvention (%s\xa0€).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='6011e8a3406c11c8ba86185b71a78a0fd1a08d81', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_ecfe4', table='projects_grantamendment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='payment',
                trigger=pgtrigger.compiler.Trigger(name='paid_within_voted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE touched bigint; voted numeric; paid numeric;', func="\n            FOREACH touched IN ARRAY ARRAY[OLD.grant_id, NEW.grant_id] LOOP\n                CONTINUE WHEN touched IS NULL;\n                PERFORM 1 FROM projects_grant WHERE id = touched FOR UPDATE;\n                SELECT g.amount - g.cancelled_amount\n                       + COALESCE((SELECT SUM(a.amount) FROM projects_grantamendment a WHERE a.grant_id = g.id), 0)\n                  INTO voted FROM projects_grant g WHERE g.id = touched;\n                SELECT COALESCE(SUM(p.amount), 0) INTO paid FROM projects_payment p WHERE p.grant_id = touched;\n                IF paid > voted THEN\n                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'paid_within_voted', MESSAGE = format(\n                        'Les versements (%s\xa0€) dépassent le montant voté de la subvention (%s\xa0€).',\n                        replace(paid::text, '.', ','), replace(voted::text, '.', ','));\n                END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='63a226ddb97cc3fe7540eb0484562dbf3623c953', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_paid_within_voted_b3f5c', table='projects_payment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='projectsheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de\xa0: ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='12ae64dca18852969e008ab40471d8384e29bd2f', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_3e326', table='projects_projectsheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ),
        ]),
    ]
