"""The cycle of a yearly sheet: to fill → submitted → approved by every party; returned, not applicable."""

from django.utils import timezone

from ..enums import CampaignStatus, SheetStatus
from ..models import User, YearlySheet
from . import visas
from .engine import Changes, Refused, step
from .people import approver, approver_of_a_party, calendar, contributor

TO_FILL, SUBMITTED, RETURNED = SheetStatus.TO_FILL, SheetStatus.SUBMITTED, SheetStatus.RETURNED
APPROVED, NOT_APPLICABLE = SheetStatus.APPROVED, SheetStatus.NOT_APPLICABLE


@step(kind=YearlySheet, label="Soumettre la fiche", sources=(TO_FILL, RETURNED), target=SUBMITTED, may=contributor)
def submit_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Hand the sheet in for the visas; it says what was done, or that nothing is new."""
    if sheet.campaign.status != CampaignStatus.OPEN:
        raise Refused("La campagne n’est pas ouverte.")
    if not sheet.has_text:
        raise Refused("La fiche ne dit rien : remplissez « ce qui a été fait », ou cochez « rien de nouveau ».")
    return {"submitted_at": timezone.now(), "submitted_by": by}


@step(kind=YearlySheet, label="Donner le visa", sources=(SUBMITTED,), target=None, may=approver_of_a_party)
def approve_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Give a party's visa; the sheet is approved with the last one."""
    return {"status": APPROVED} if visas.give(sheet, by=by, seen=str(sheet.version)) else {}


@step(
    kind=YearlySheet, label="Renvoyer la fiche", sources=(SUBMITTED, APPROVED), target=RETURNED,
    may=approver_of_a_party, needs_reason=True,
)  # fmt: skip
def hand_back_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """Ask for a correction; the visas given are cancelled."""
    visas.cancel(sheet, by=by)
    return None


@step(
    kind=YearlySheet, label="Déclarer sans objet", sources=(TO_FILL, SUBMITTED, RETURNED), target=NOT_APPLICABLE,
    may=approver, needs_reason=True,
)  # fmt: skip
def set_aside(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """Say why no sheet is due this year."""
    visas.cancel(sheet, by=by)
    return None


@step(
    kind=YearlySheet, label="Rouvrir la fiche", sources=(NOT_APPLICABLE, SheetStatus.NOT_HANDED_IN), target=TO_FILL,
    may=approver, needs_reason=True,
)  # fmt: skip
def reopen_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """Ask for the sheet after all."""


@step(
    kind=YearlySheet, label="Constater l’absence", sources=(TO_FILL, SUBMITTED, RETURNED),
    target=SheetStatus.NOT_HANDED_IN, may=calendar, offered=False,
)  # fmt: skip
def miss_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """At closing: a sheet not approved is printed as not handed in."""
    visas.cancel(sheet, by=by)
    return None
