"""Which parties have not given their visa to an approved sheet or an adopted report."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION visas_missing(of_table text, of_row bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    standing text;
    campaign bigint;
    missing text;
BEGIN
    EXECUTE format('SELECT status, campaign_id FROM %I WHERE id = $1', of_table) INTO standing, campaign USING of_row;
    IF standing IS NULL OR standing NOT IN ('approved', 'adopted', 'published') THEN
        RETURN NULL;
    END IF;
    SELECT string_agg(o.name, ', ' ORDER BY p.rank) INTO missing
    FROM programmes_party p
    JOIN programmes_organisation o ON o.id = p.organisation_id
    JOIN programmes_campaign c ON c.protocol_id = p.protocol_id
    WHERE c.id = campaign AND NOT EXISTS (
        SELECT 1 FROM programmes_visa v JOIN django_content_type t ON t.id = v.content_type_id
        WHERE t.app_label || '_' || t.model = of_table AND v.object_id = of_row
          AND v.party_id = p.id AND v.cancelled_at IS NULL
    );
    RETURN missing;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_commitments_and_themes")]
    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION visas_missing(text, bigint)")]
