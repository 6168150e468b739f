"""What the sheets of a campaign still lack: each gap with the address of the very field."""

from dataclasses import dataclass
from typing import Any

from ..enums import SheetStatus
from ..models import Campaign, YearlySheet
from . import addresses

PENDING = (SheetStatus.TO_FILL, SheetStatus.RETURNED)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something missing in a campaign: a sentence and the admin address of the field to fill."""

    sentence: str
    url: str


def gaps_of(kind: type[YearlySheet], campaign: Campaign) -> tuple[Gap, ...]:
    """What the sheets of a kind lack before they can be handed in, in a fixed number of queries."""
    rows: Any = kind._default_manager
    pending = rows.with_answers().filter(campaign=campaign.pk, status__in=PENDING)
    sheets = pending.select_related("campaign", kind.subject_field).order_by("pk")
    return tuple(
        Gap(sentence=f"{sheet.subject}\u00a0: {lack.sentence}", url=f"{addresses.change_page(sheet)}#{lack.anchor}")
        for sheet in sheets
        for lack in sheet.missing()
        if lack.blocks
    )
