"""Opening a campaign: one sheet for each record that has none yet, pre-filled with what was planned last time."""

from collections.abc import Iterable
from typing import Any

from ..models import Campaign, Commitment, CommitmentSheet
from ..models.year import YearlySheet

CARRIED = ("next_steps", "next_steps_en")


def open_sheets(kind: type[YearlySheet], subject: str, records: Iterable[Any], campaign: Campaign) -> int:
    """Create the missing sheets of these records; `subject` is the column that names them. How many were made.

    What was planned in the previous sheet stands in the new one, for its author to correct.
    """
    sheets = kind._base_manager
    key = f"{subject}_id"
    there = set(sheets.filter(campaign=campaign).values_list(key, flat=True))
    missing = [record for record in records if record.pk not in there]
    before = sheets.filter(campaign__protocol=campaign.protocol_id, campaign__year__lt=campaign.year)
    planned = {row.pop(key): row for row in before.order_by("campaign__year").values(key, *CARRIED)}
    return len(
        sheets.bulk_create(
            kind(
                campaign=campaign,
                is_demo=campaign.is_demo or record.is_demo,
                **{subject: record},
                **planned.get(record.pk, {}),
            )
            for record in missing
        )
    )


def open_commitments(campaign: Campaign) -> int:
    """One sheet for each published commitment of the campaign's protocol; how many were made."""
    commitments = Commitment.objects.published().filter(protocol=campaign.protocol_id).in_order()
    return open_sheets(CommitmentSheet, "commitment", commitments, campaign)
