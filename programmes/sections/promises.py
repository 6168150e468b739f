"""The promises of a protocol and their sheets, as several chapters of a report read them: once a report."""

from django.utils.translation import gettext as _

from ..enums import Level, SheetStatus
from ..models import Commitment, CommitmentSheet
from .base import Frame
from .blocks import Pill


def of(frame: Frame) -> list[Commitment]:
    """The published commitments of the protocol, in the order of the text."""
    rows = Commitment.objects.visible_to(None).filter(protocol=frame.protocol).for_page().in_order()
    return frame.once("commitments", lambda: list(rows))


def sheets(frame: Frame) -> dict[int, CommitmentSheet]:
    """The sheets of the campaign by commitment."""
    found = CommitmentSheet.objects.filter(campaign=frame.campaign.pk).select_related("campaign__protocol")
    loaded = found.prefetch_related(
        "campaign__protocol__parties", "assessments__party__organisation", "programmes_commitmentevidences"
    )
    return frame.once("commitment sheets", lambda: {row.commitment_id: row for row in loaded})


def level_of(sheet: CommitmentSheet | None) -> Level | None:
    """The level on which every party agrees, once each has approved the sheet."""
    return sheet.level if sheet and sheet.status == SheetStatus.APPROVED else None


def pill(sheet: CommitmentSheet | None) -> Pill:
    """The level in words, with the key of its colour and icon."""
    if sheet and sheet.status == SheetStatus.APPROVED and sheet.assessments_differ:
        return Pill(state="to_strengthen", label=_("appréciations différentes"))
    level = level_of(sheet) or Level.NOT_KNOWN
    return Pill(state=level.tone, label=str(level.label))


def anchor(row: Commitment) -> str:
    """Where the sheet of a commitment stands in the report."""
    return f"engagement-{row.number}"
