"""What a frozen edition rests on: the yearly sheets as they stood, with the visas that each one had."""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType

from ..models import Campaign, Visa, YearlySheet

Basis = dict[str, list[dict[str, Any]]]


def basis(campaign: Campaign) -> Basis:
    """Each sheet of a campaign: what it is about, status, version, visas in force. Two queries a kind of sheet."""
    return {"sheets": [line for kind in YearlySheet.__subclasses__() for line in _sheets(kind, campaign)]}


def _sheets(kind: Any, campaign: Campaign) -> list[dict[str, Any]]:
    rows = kind._base_manager.filter(campaign=campaign.pk).select_related(kind.subject_field).order_by("pk")
    visas = _visas(kind, campaign)
    return [
        {
            "kind": str(kind._meta.verbose_name),
            "about": str(sheet.subject),
            "reference": sheet.subject.reference,
            "status": str(sheet.get_status_display()),
            "version": sheet.version,
            "visas": visas[sheet.pk],
        }
        for sheet in rows
    ]


def _visas(kind: Any, campaign: Campaign) -> dict[int, list[dict[str, Any]]]:
    """The visas in force by sheet, the parties in their order."""
    sheets = kind._base_manager.filter(campaign=campaign.pk).values("pk")
    given = Visa.objects.in_force().filter(content_type=ContentType.objects.get_for_model(kind), object_id__in=sheets)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for visa in given.select_related("party__organisation", "user").order_by("party__rank", "pk"):
        line = {"party": str(visa.party), "by": str(visa.user), "given_at": visa.given_at, "seen": visa.seen}
        found[visa.object_id].append(line)
    return found
