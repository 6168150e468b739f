"""Equal parties: every party agrees that no sheet is due; the trail names party, version and stand-in."""


import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


FUNCTION = """
CREATE OR REPLACE FUNCTION visas_missing(of_table text, of_row bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    standing text;
    campaign bigint;
    wanted text;
    missing text;
BEGIN
    EXECUTE format('SELECT status, campaign_id FROM %I WHERE id = $1', of_table) INTO standing, campaign USING of_row;
    wanted := CASE
        WHEN standing IN ('approved', 'adopted', 'published') THEN 'approval'
        WHEN standing = 'not_applicable' THEN 'setting_aside'
    END;
    IF wanted IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT string_agg(o.name, ', ' ORDER BY p.rank) INTO missing
    FROM programmes_party p
    JOIN programmes_organisation o ON o.id = p.organisation_id
    JOIN programmes_campaign c ON c.protocol_id = p.protocol_id
    WHERE c.id = campaign AND NOT EXISTS (
        SELECT 1 FROM programmes_visa v JOIN django_content_type t ON t.id = v.content_type_id
        WHERE t.app_label || '_' || t.model = of_table AND v.object_id = of_row
          AND v.party_id = p.id AND v.cancelled_at IS NULL AND v.purpose = wanted
    );
    RETURN missing;
END
$$
"""

from programmes.schema import at_once


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('programmes', '0015_merges'),
    ]

    operations = at_once([
        pgtrigger.migrations.RemoveTrigger(
            model_name='commitmentsheet',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='commitmentsheet',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='commitmentsheet',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='commitmentsheet',
            name='count_version',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visa',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visa',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visa',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visa',
            name='count_version',
        ),
        migrations.RemoveConstraint(
            model_name='commitmentsheet',
            name='commitmentsheet_complete',
        ),
        migrations.RemoveConstraint(
            model_name='visa',
            name='visa_one_in_force',
        ),
        migrations.AddField(
            model_name='commitmentsheet',
            name='attention',
            field=models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='point d’attention'),
        ),
        migrations.AddField(
            model_name='commitmentsheet',
            name='attention_en',
            field=models.TextField(blank=True, verbose_name='point d’attention, en anglais'),
        ),
        migrations.AddField(
            model_name='commitmentsheet',
            name='previous',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='programmes.commitmentsheet', verbose_name='fiche précédente'),
        ),
        migrations.AddField(
            model_name='commitmentsheethistory',
            name='attention',
            field=models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='point d’attention'),
        ),
        migrations.AddField(
            model_name='commitmentsheethistory',
            name='attention_en',
            field=models.TextField(blank=True, verbose_name='point d’attention, en anglais'),
        ),
        migrations.AddField(
            model_name='commitmentsheethistory',
            name='previous',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitmentsheet', verbose_name='fiche précédente'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='details',
            field=models.JSONField(default=dict, editable=False, verbose_name='précisions'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='party',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.party', verbose_name='pour la partie'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='standing_in_for',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='en remplacement de'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='version',
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name='version de la fiche'),
        ),
        migrations.AddField(
            model_name='visa',
            name='purpose',
            field=models.CharField(choices=[('approval', 'approuver'), ('setting_aside', 'déclarer sans objet')], default='approval', max_length=14, verbose_name='pour'),
        ),
        migrations.AddField(
            model_name='visahistory',
            name='purpose',
            field=models.CharField(choices=[('approval', 'approuver'), ('setting_aside', 'déclarer sans objet')], default='approval', max_length=14, verbose_name='pour'),
        ),
        migrations.AlterField(
            model_name='commitmentsheet',
            name='nothing_new',
            field=models.BooleanField(default=False, verbose_name='rien à signaler depuis l’an dernier'),
        ),
        migrations.AlterField(
            model_name='commitmentsheethistory',
            name='nothing_new',
            field=models.BooleanField(default=False, verbose_name='rien à signaler depuis l’an dernier'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='campaign_kind_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.kind <> OLD.kind AND OLD.status <> 'planned')", func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'campaign_kind_kept', MESSAGE = 'La nature d’une campagne ouverte ne change plus.';", hash='9c960a667d8b76d91bc84695ade5040fc75ce276', operation='UPDATE', pgid='pgtrigger_campaign_kind_kept_90c93', table='programmes_campaign', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentassessment',
            trigger=pgtrigger.compiler.Trigger(name='level_of_campaign', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE is_final boolean;', func="\n            SELECT c.kind = 'final' INTO is_final\n            FROM programmes_commitmentsheet s JOIN programmes_campaign c ON c.id = s.campaign_id\n            WHERE s.id = NEW.sheet_id;\n            IF is_final AND NEW.level NOT IN ('kept', 'partly_kept', 'not_kept', 'no_judgement') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'level_of_campaign', MESSAGE = 'Un bilan final dit d’un engagement s’il est tenu, partiellement tenu, non tenu, ou ne peut être apprécié.'; END IF;\n            IF NOT is_final AND NEW.level IN ('kept', 'partly_kept', 'not_kept', 'no_judgement') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'level_of_campaign', MESSAGE = '« Tenu » et « non tenu » appartiennent au bilan final : cette campagne dit où en est l’engagement.'; END IF;\n            RETURN NEW;\n        ", hash='adaa19a59164c054c9ec3b780441683b364389dd', operation='INSERT OR UPDATE', pgid='pgtrigger_level_of_campaign_98b08', table='programmes_commitmentassessment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentsheet',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentsheethistory" ("attention", "attention_en", "behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."attention", NEW."attention_en", NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."commitment_id", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."previous_id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='77f1e613bcbd71493b01b15f70056f99d36e0b73', operation='INSERT', pgid='pgtrigger_insert_insert_35517', table='programmes_commitmentsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentsheet',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentsheethistory" ("attention", "attention_en", "behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."attention", NEW."attention_en", NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."commitment_id", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."previous_id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='acf894bbb33146d9f950191c4f08320dff435872', operation='UPDATE', pgid='pgtrigger_update_update_fd6b4', table='programmes_commitmentsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentsheet',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentsheethistory" ("attention", "attention_en", "behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (OLD."attention", OLD."attention_en", OLD."behalf_of_id", OLD."campaign_id", OLD."channel", OLD."commitment_id", OLD."difficulties", OLD."id", OLD."is_demo", OLD."next_steps", OLD."next_steps_en", OLD."nothing_new", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."previous_id", OLD."progress", OLD."progress_en", OLD."status", OLD."submitted_at", OLD."submitted_by_id", OLD."version"); RETURN NULL;', hash='cd83445cb02dbf58f0f7ffa93943bc7262f18971', operation='DELETE', pgid='pgtrigger_delete_delete_ef824', table='programmes_commitmentsheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commitmentsheet',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attention" IS DISTINCT FROM (NEW."attention") OR OLD."attention_en" IS DISTINCT FROM (NEW."attention_en") OR OLD."behalf_of_id" IS DISTINCT FROM (NEW."behalf_of_id") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."difficulties" IS DISTINCT FROM (NEW."difficulties") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."next_steps" IS DISTINCT FROM (NEW."next_steps") OR OLD."next_steps_en" IS DISTINCT FROM (NEW."next_steps_en") OR OLD."nothing_new" IS DISTINCT FROM (NEW."nothing_new") OR OLD."previous_id" IS DISTINCT FROM (NEW."previous_id") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."progress_en" IS DISTINCT FROM (NEW."progress_en") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='7ddeb390bb00bbd600fecb80f79f0b9538136891', operation='UPDATE', pgid='pgtrigger_count_version_bf395', table='programmes_commitmentsheet', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visa',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "seen", "user_id", "version") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."content_type_id", NEW."given_at", NEW."id", NEW."is_demo", NEW."object_id", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."seen", NEW."user_id", NEW."version"); RETURN NULL;', hash='3eaf27a32d33bc1c430fc1c80d699d02f1175ff8', operation='INSERT', pgid='pgtrigger_insert_insert_3c763', table='programmes_visa', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visa',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "seen", "user_id", "version") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."content_type_id", NEW."given_at", NEW."id", NEW."is_demo", NEW."object_id", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."seen", NEW."user_id", NEW."version"); RETURN NULL;', hash='e438e4ec5eb321eb2b21eb06105a3cf70d7eed26', operation='UPDATE', pgid='pgtrigger_update_update_757cc', table='programmes_visa', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visa',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_visahistory" ("cancelled_at", "cancelled_by_id", "content_type_id", "given_at", "id", "is_demo", "object_id", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "seen", "user_id", "version") VALUES (OLD."cancelled_at", OLD."cancelled_by_id", OLD."content_type_id", OLD."given_at", OLD."id", OLD."is_demo", OLD."object_id", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."seen", OLD."user_id", OLD."version"); RETURN NULL;', hash='80e5f5fc3c1fb0308b6e1faf8d74306c98cadd3f', operation='DELETE', pgid='pgtrigger_delete_delete_494d3', table='programmes_visa', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visa',
            trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by_id" IS DISTINCT FROM (NEW."cancelled_by_id") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."seen" IS DISTINCT FROM (NEW."seen") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='ea02a5193f440267df0a177b213e6f6242c487eb', operation='UPDATE', pgid='pgtrigger_count_version_189c6', table='programmes_visa', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('standing_in_for__isnull', True), ('until__isnull', False), _connector='OR'), name='assignment_stand_in_ends', violation_error_message='Un remplacement a une date de fin.'),
        ),
        migrations.AddConstraint(
            model_name='commitmentsheet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['submitted', 'approved']), _negated=True), ('nothing_new', True), models.Q(('progress', ''), _negated=True), models.Q(('progress_en', ''), _negated=True), _connector='OR'), name='commitmentsheet_complete', violation_error_message='Une fiche soumise dit ce qui a été fait, ou «\u00a0rien de nouveau\u00a0».'),
        ),
        migrations.AddConstraint(
            model_name='commitmentsheet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'approved'), _negated=True), ('nothing_new', True), models.Q(('progress', ''), _negated=True), _connector='OR'), name='commitmentsheet_in_french', violation_error_message='Une fiche visée dit en français ce qui a été fait.'),
        ),
        migrations.AddConstraint(
            model_name='visa',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('content_type', 'object_id', 'party', 'purpose'), name='visa_one_in_force', violation_error_message='Cette partie a déjà donné son visa.'),
        ),
        migrations.RunSQL(FUNCTION, migrations.RunSQL.noop),
    ])
