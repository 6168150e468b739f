"""What the partners declare of a record, year after year: the sheets of published editions with their visas."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType

from ..models import Campaign, Commitment, CommitmentAssessment, CommitmentSheet, Party, Visa, YearlySheet
from ..models.together import Given, share
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


def shown_years(sheets: Sequence[YearlySheet]) -> list[ShownYear]:
    """The sheets with their visas in force, in two queries at most."""
    if not sheets:
        return []
    kind = ContentType.objects.get_for_model(sheets[0])
    return _approved(sheets, Visa.objects.shown_of(kind.pk, [sheet.pk for sheet in sheets]))


def years_of_promise(commitment: Commitment, sheets: Sequence[CommitmentSheet], viewer: Any) -> list[ShownYear]:
    """What was declared, measured and proven of a commitment each year, in one query; give it its indicators first."""
    if not sheets:
        return []
    kind = ContentType.objects.get_for_model(CommitmentSheet).pk
    rows, found = worded_for(viewer, _declared).read(commitment, kind=kind)
    share(sheets, "assessments", rows["assessments"], "sheet")
    share([sheet.campaign.protocol for sheet in sheets], "parties", rows["parties"], "protocol")
    return [
        replace(
            year,
            level=levels.shown_level(sheet),
            measures=levels.measures_of(commitment, year.year),
            evidence=tuple(line for lines in found for line in lines.get(sheet.pk, ())),
        )
        for year, sheet in zip(_approved(sheets, rows["visas"]), sheets, strict=True)
    ]


def _approved(sheets: Sequence[YearlySheet], visas: Iterable[Visa]) -> list[ShownYear]:
    given: dict[int, list[Visa]] = defaultdict(list)
    for visa in visas:
        given[visa.object_id].append(visa)
    return [ShownYear(sheet=sheet, visas=tuple(given[sheet.pk])) for sheet in sheets]


def _declared(viewer: Any) -> Joined[dict[int, tuple[Line, ...]]]:
    sheets = CommitmentSheet.objects.filter(commitment=RECORD).order_by()
    protocols = Campaign.objects.filter(pk__in=sheets.values("campaign")).order_by()
    assessments = CommitmentAssessment.objects.filter(sheet__commitment=RECORD)
    own = {
        "assessments": assessments.select_related("party__organisation"),
        "parties": Party.objects.filter(protocol__in=protocols.values("protocol")),
        "visas": Visa.objects.shown_of(Given("kind"), sheets.values("pk")),
    }
    return Joined(own, (section.evidence(viewer) for section in all_sections()))
