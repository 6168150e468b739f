"""The promises of a protocol and their sheets, as several chapters of a report read them: once a report."""

from ..enums import Level, SheetStatus
from ..models import Commitment, CommitmentSheet
from .base import Frame


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
