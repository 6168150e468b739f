"""What can be found of the foundation: commitments, themes, laboratories."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Commitment, Laboratory, Theme
from ..models.asking import Asked
from .finding import Sought


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
