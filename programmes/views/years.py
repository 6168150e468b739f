"""What the partners declare of a record, year after year: the sheets of published editions with their visas."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType

from ..models import Commitment, CommitmentSheet, Visa, YearlySheet
from ..sections.registry import all_sections
from ..sections.related import Line
from . import levels


@dataclass(frozen=True, kw_only=True)
class ShownYear:
    """One year of a record: its sheet and who approved it; of a commitment, also its level, its figures, its proof."""

    sheet: YearlySheet
    visas: tuple[Visa, ...]
    evidence: tuple[Line, ...] = ()
    level: Any = None
    measures: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year declared."""
        return self.sheet.campaign.year


def shown_years(sheets: Sequence[YearlySheet]) -> list[ShownYear]:
    """The sheets with their visas in force, in two queries at most."""
    if not sheets:
        return []
    kind = ContentType.objects.get_for_model(sheets[0])
    given: dict[int, list[Visa]] = defaultdict(list)
    rows = Visa.objects.in_force().filter(content_type=kind, object_id__in=[sheet.pk for sheet in sheets])
    for visa in rows.select_related("party__organisation").order_by("party__rank"):
        given[visa.object_id].append(visa)
    return [ShownYear(sheet=sheet, visas=tuple(given[sheet.pk])) for sheet in sheets]


def years_of_promise(commitment: Commitment, sheets: Sequence[CommitmentSheet], viewer: Any) -> list[ShownYear]:
    """What was declared, measured and proven of a commitment each year; load with_indicators() first."""
    if not sheets:
        return []
    found = [section.evidence(sheets, viewer) for section in all_sections()]
    return [
        replace(
            year,
            level=levels.shown_level(sheet),
            measures=levels.measures_of(commitment, year.year),
            evidence=tuple(line for lines in found for line in lines.get(sheet.pk, ())),
        )
        for year, sheet in zip(shown_years(sheets), sheets, strict=True)
    ]
