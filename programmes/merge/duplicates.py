"""Records that look alike: to somebody who adds one, to somebody who tidies up."""

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from ..models import Identifier
from ..models.base import Plain

ALIKE = 0.5  # the share of groups of three letters from which two full names look alike
SHOWN = 5


def full_name(model: Any) -> models.Expression | F:
    """The fullest name of a record, in the words of its index."""
    parts = [part for field in model.called[0].split() for part in (Value(" "), F(field))][1:]
    return Concat(*parts) if len(parts) > 1 else parts[0]


def resembling(
    model: Any, typed: dict[str, str], *, numbers: Iterable[str] = (), besides: int | None = None
) -> list[Any]:
    """Records that may be the one somebody is typing, the likeliest first.

    `typed`: what stands in the columns of names; `numbers`: identifiers. A merged record answers by the one kept.
    """
    full = " ".join(typed.get(field, "").strip() for field in model.called[0].split()).strip()
    short = {value.strip() for name in model.called[1:] if (value := typed.get(name, "")).strip()}
    likeness = TrigramSimilarity("known", Plain(Value(full)))  # type: ignore[arg-type]  # an expression does too
    rows = model._base_manager.alias(known=Plain(full_name(model))).annotate(likeness=likeness, same=Value(0))
    found = list(_alike(rows, full)) + list(_same(model, rows, {full, *short}, numbers))
    best: dict[int, Any] = {}
    for row in sorted(found, key=lambda row: (-row.same, -row.likeness, row.pk)):
        kept = row.merged_into or row
        if kept.pk != besides:
            best.setdefault(kept.pk, kept)
    return list(best.values())[:SHOWN]


def _alike(rows: Any, full: str) -> Any:
    if len(full) < 3:
        return ()
    near = rows.filter(known__trigram_similar=Plain(Value(full)), likeness__gte=ALIKE).annotate(known=F("known"))
    found = near.select_related("merged_into").order_by("-likeness", "pk")[: SHOWN * 2]
    return [row for row in found if numbers_of(row.known) == numbers_of(full)]


def numbers_of(name: str) -> list[str]:
    """The numbers in a name: « Paris 1 » is not « Paris 8 », however close the letters."""
    return re.findall(r"\d+", name)


def _same(model: Any, rows: Any, names: set[str], numbers: Iterable[str]) -> Any:
    """Records that bear one of these names, in whatever column, or one of these numbers."""
    wanted = Q(pk__in=[])
    columns = {f"plain_{field}": Plain(F(field)) for name in model.called for field in [name] if " " not in name}
    for text in names - {""}:
        for column in columns:
            wanted |= Q(**{column: Plain(Value(text))})
    values = [number.strip() for number in numbers if number.strip()]
    holder = model._meta.model_name
    if values and any(field.name == holder for field in Identifier._meta.fields):
        wanted |= Q(pk__in=Identifier.objects.filter(value__in=values).values(holder))
    return rows.alias(**columns).annotate(same=Value(1)).filter(wanted).select_related("merged_into")[: SHOWN * 2]
