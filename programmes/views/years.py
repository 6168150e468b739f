"""What the partners declare of a record, year after year: the sheets of published editions with their visas."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet, Subquery

from ..models import Campaign, Commitment, CommitmentAssessment, CommitmentSheet, Party, Visa, YearlySheet
from ..models.together import share
from ..models.viewers import worded_for
from ..sections.registry import all_sections
from ..sections.related import RECORD, Joined, Line
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


def visas_of(sheets: QuerySet[Any]) -> QuerySet[Visa]:
    """The list of the visas of these sheets, for a page that reads it with theirs."""
    meta = sheets.model._meta
    kind = ContentType.objects.filter(app_label=meta.app_label, model=meta.model_name).values("pk")
    return Visa.objects.shown_of(Subquery(kind), sheets.order_by().values("pk"))


def shown_years(sheets: Sequence[YearlySheet], visas: Iterable[Visa]) -> list[ShownYear]:
    """The sheets, each with those of these visas that are its own."""
    given: dict[int, list[Visa]] = defaultdict(list)
    for visa in visas:
        given[visa.object_id].append(visa)
    return [ShownYear(sheet=sheet, visas=tuple(given[sheet.pk])) for sheet in sheets]


def years_of_promise(commitment: Commitment, sheets: Sequence[CommitmentSheet], viewer: Any) -> list[ShownYear]:
    """What was declared, measured and proven of a commitment each year, in one query; give it its indicators first."""
    if not sheets:
        return []
    rows, found = worded_for(viewer, _declared).read(commitment)
    share(sheets, "assessments", rows["assessments"], "sheet")
    share([sheet.campaign.protocol for sheet in sheets], "parties", rows["parties"], "protocol")
    return [
        replace(
            year,
            level=levels.shown_level(sheet),
            measures=levels.measures_of(commitment, year.year),
            evidence=tuple(line for lines in found for line in lines.get(sheet.pk, ())),
        )
        for year, sheet in zip(shown_years(sheets, rows["visas"]), sheets, strict=True)
    ]


def _declared(viewer: Any) -> Joined[dict[int, tuple[Line, ...]]]:
    sheets = CommitmentSheet.objects.filter(commitment=RECORD).order_by()
    protocols = Campaign.objects.filter(pk__in=sheets.values("campaign")).order_by()
    assessments = CommitmentAssessment.objects.filter(sheet__commitment=RECORD)
    own = {
        "assessments": assessments.select_related("party__organisation"),
        "parties": Party.objects.filter(protocol__in=protocols.values("protocol")),
        "visas": visas_of(sheets),
    }
    return Joined(own, (section.evidence(viewer) for section in all_sections()))
