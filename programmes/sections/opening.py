"""Opening a campaign: one sheet for each record that has none yet, beside the one of the campaign before."""

from typing import Any

from django.db.models import Q, QuerySet

from ..enums import CampaignKind
from ..models import Campaign
from ..models.sheets import YearlySheet

BEFORE_IN_ITS_YEAR: dict[str, tuple[CampaignKind, ...]] = {
    CampaignKind.FINAL: (CampaignKind.YEARLY,),
    CampaignKind.FOLLOW_UP: (CampaignKind.YEARLY, CampaignKind.FINAL),
}


def missing_of(kind: type[YearlySheet], records: QuerySet[Any], campaign: Campaign) -> QuerySet[Any]:
    """Among these records, those that have no sheet in the campaign yet."""
    there = kind._base_manager.filter(campaign=campaign).values(f"{kind.subject_field}_id")
    return records.exclude(pk__in=there)


def _before(campaign: Campaign) -> Q:
    """The campaigns of the years before; in its own year a final one comes after the yearly one, a follow-up last."""
    earlier = Q(campaign__year__lt=campaign.year)
    if kinds := BEFORE_IN_ITS_YEAR.get(campaign.kind):
        earlier |= Q(campaign__year=campaign.year, campaign__kind__in=kinds)
    return earlier


def open_sheets(kind: type[YearlySheet], records: QuerySet[Any], campaign: Campaign, most: int | None = None) -> int:
    """Create the sheets of these records that are missing, `most` of them at once. How many were made.

    Each leads to the sheet of the campaign before: its texts stand beside, for its author to take up or not.
    """
    sheets, subject = kind._base_manager, kind.subject_field
    missing = list(missing_of(kind, records, campaign)[:most])
    before = sheets.filter(_before(campaign), campaign__protocol=campaign.protocol_id)
    earlier = list(
        before.filter(**{f"{subject}__in": missing})
        .order_by("campaign__year", "campaign__ends_on", "pk")
        .values_list(f"{subject}_id", "pk", "is_demo")
    )
    real = {record: pk for record, pk, is_demo in earlier if not is_demo}
    latest = {record: pk for record, pk, _is_demo in earlier}
    made = []
    for record in missing:
        is_demo = campaign.is_demo or record.is_demo
        previous = (latest if is_demo else real).get(record.pk)
        made.append(kind(campaign=campaign, is_demo=is_demo, **{subject: record, "previous_id": previous}))
    return len(sheets.bulk_create(made))
