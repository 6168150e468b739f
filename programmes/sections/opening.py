"""Opening a campaign: one sheet for each record that has none yet, beside the one of the campaign before."""

from collections.abc import Iterable
from typing import Any

from ..models import Campaign, Commitment, CommitmentSheet
from ..models.sheets import YearlySheet


def open_sheets(kind: type[YearlySheet], subject: str, records: Iterable[Any], campaign: Campaign) -> int:
    """Create the missing sheets of these records; `subject` is the column that names them. How many were made.

    Each leads to the sheet of the campaign before: its texts stand beside, for its author to take up or not.
    """
    sheets = kind._base_manager
    key = f"{subject}_id"
    there = set(sheets.filter(campaign=campaign).values_list(key, flat=True))
    missing = [record for record in records if record.pk not in there]
    before = sheets.filter(campaign__protocol=campaign.protocol_id, campaign__year__lt=campaign.year)
    earlier = before.order_by("campaign__year", "campaign__ends_on", "pk").values_list(key, "pk", "is_demo")
    real = {record: pk for record, pk, is_demo in earlier if not is_demo}
    latest = {record: pk for record, pk, _is_demo in earlier}
    made = []
    for record in missing:
        is_demo = campaign.is_demo or record.is_demo
        previous = (latest if is_demo else real).get(record.pk)
        made.append(kind(campaign=campaign, is_demo=is_demo, **{subject: record, "previous_id": previous}))
    return len(sheets.bulk_create(made))


def open_commitments(campaign: Campaign) -> int:
    """One sheet for each published commitment of the campaign's protocol; how many were made."""
    commitments = Commitment.objects.published().filter(protocol=campaign.protocol_id).in_order()
    return open_sheets(CommitmentSheet, "commitment", commitments, campaign)
