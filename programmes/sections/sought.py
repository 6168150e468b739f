"""What can be found of the foundation: protocols, decisions, commitments, themes, laboratories."""

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..enums import MeetingKind
from ..models import Commitment, Decision, Laboratory, Protocol, Theme
from ..models.asking import Asked
from ..templatetags.words import day
from .finding import Sought, people


def protocols(viewer: Any) -> Sought:
    """The protocols, by their words and by those who signed or spoke."""
    return Sought(
        name="protocols",
        label=_("Protocoles"),
        rows=Protocol.objects.visible_to(viewer),
        titles=["title", "short_title"],
        texts=["summary"],
        numbers=_protocols_of,
        url=lambda row: reverse("programmes:protocol_of", args=[row.reference]),
    )


def decisions(viewer: Any) -> Sought:
    """The decisions made public, by their words or by the kind of meeting that took them."""
    return Sought(
        name="decisions",
        label=_("Décisions"),
        rows=Decision.objects.visible_to(viewer).select_related("meeting__protocol"),
        titles=["text"],
        numbers=_decisions_of,
        order=("-meeting__held_on", "number"),
        url=lambda row: f"{reverse('programmes:protocol_of', args=[row.meeting.protocol.reference])}#decisions",
        note=lambda row: f"{capfirst(row.meeting.get_kind_display())}, {day(row.meeting.held_on)}",
    )


def commitments(viewer: Any) -> Sought:
    """The commitments, in their official wording."""
    return Sought(
        name="commitments",
        label=_("Engagements"),
        rows=Commitment.objects.visible_to(viewer).select_related("protocol"),
        titles=["label"],
        texts=["wording"],
        url=lambda row: reverse("programmes:commitment", args=[row.protocol.reference, row.number]),
        note=lambda row: str(row.protocol.tr("short_title")),
    )


def themes(viewer: Any) -> Sought:
    """The priority themes."""
    return Sought(
        name="themes",
        label=_("Thèmes"),
        rows=Theme.objects.visible_to(viewer),
        titles=["label", "short_label"],
        texts=["summary"],
        url=lambda row: reverse("programmes:theme", args=[row.slug]),
    )


def laboratories(viewer: Any) -> Sought:
    """The laboratories, by their names, their cities and any number."""
    return Sought(
        name="laboratories",
        label=_("Laboratoires"),
        rows=Laboratory.objects.visible_to(viewer),
        titles=["name"],
        names=["acronym", "city", "other_cities"],
        texts=["summary"],
        numbers=_laboratories_numbered,
        url=lambda row: reverse("programmes:laboratory", args=[row.slug]),
        note=lambda row: ", ".join(filter(None, (row.acronym, row.city))),
    )


def _laboratories_numbered(typed: Asked) -> list[int]:
    """Those that bear this number: of a register, or of a unit whatever its type has become."""
    if not typed.is_number:
        return []
    rows = Laboratory.objects.order_by().values_list("pk", flat=True)
    arms = [rows.filter(**{f"{path}__in": typed.spellings}) for path in ("identifiers__value", "unit_codes__number")]
    if typed.unit:
        arms.append(rows.filter(unit_codes__number=typed.unit[1]))
    return list(arms[0].union(*arms[1:]))


def _protocols_of(typed: Asked) -> list[int]:
    """Those of whom these people signed, or said something."""
    called = people(typed)
    if called is None:
        return []
    rows = Protocol.objects.order_by().values_list("pk", flat=True)
    return list(rows.filter(parties__signatures__person__in=called).union(rows.filter(statements__person__in=called)))


def _decisions_of(typed: Asked) -> list[int]:
    kinds = typed.among(MeetingKind)
    return list(Decision.objects.filter(meeting__kind__in=kinds).values_list("pk", flat=True)) if kinds else []
