"""The theses of a protocol drawn year by year, with their table; theses given as proof of a commitment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Q, Value, When
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from programmes.charts import figures
from programmes.charts.screens import on_screen
from programmes.models import Protocol
from programmes.sections.proving import by_sheet, line_of
from programmes.sections.related import RECORD, Answer, Line, Related
from programmes.templatetags.words import language
from projects.models import Project

from ..enums import ThesisState
from ..models import Thesis, ThesisEvidence

WIDTH = 1200
LATE = 8  # an academic year begins in August: what is registered before belongs to the year before
COUNTS: dict[str, Any] = {
    "every": Count("pk"),
    "defended": Count("pk", filter=Q(state=ThesisState.DEFENDED)),
    "invented": Count("pk", filter=Q(is_demo=True)),
}


@dataclass(frozen=True, kw_only=True)
class ThesesOfYear:
    """First registrations of an academic year; those begun before the signature are the starting point."""

    year: int
    defended: int
    others: int
    is_before: bool
    has_demo: bool

    @property
    def label(self) -> str:
        """2021-22."""
        return f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def begun(self) -> int:
        """All of them."""
        return self.defended + self.others


def theses_by_year(protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
    """The published theses of a protocol in one query; nothing as long as none has a date."""
    rows = _years(protocol, viewer)
    if not rows:
        return ()
    return (
        Related(
            name="doctorates-years",
            title=_("Les thèses, année par année"),
            template="doctorates/related/years.html",
            count=sum(row.begun for row in rows),
            url=f"{reverse('doctorates:list')}?protocol={protocol.reference}",
            is_wide=True,
            has_demo=any(row.has_demo for row in rows),
            details={
                "rows": rows,
                "drawing": _drawing(rows),
                "before": sum(row.begun for row in rows if row.is_before),
            },
        ),
    )


def _years(protocol: Protocol, viewer: Any) -> tuple[ThesesOfYear, ...]:
    actions = Project.objects.visible_to(viewer).of_protocol(protocol).order_by().values("pk")
    theses = Thesis.objects.visible_to(viewer).filter(project__in=actions, registered_on__isnull=False).order_by()
    late = Case(When(registered_on__month__lt=LATE, then=Value(1)), default=Value(0))
    counted = theses.annotate(academic=ExtractYear("registered_on") - late).values("academic")
    signed = protocol.signed_on.year if protocol.signed_on else 0
    found: Any = counted.annotate(**COUNTS).order_by("academic")
    return tuple(
        ThesesOfYear(
            year=row["academic"],
            defended=row["defended"],
            others=row["every"] - row["defended"],
            is_before=row["academic"] < signed,
            has_demo=row["invented"] > 0,
        )
        for row in found
    )


def _drawing(rows: Sequence[ThesesOfYear]) -> SafeString:
    columns = tuple(figures.StackedColumn(label=str(row.year), values=(row.defended, row.others)) for row in rows)
    series = (
        figures.Series(label=_("soutenues"), tone="ink"),
        figures.Series(label=_("non soutenues"), tone="company"),
    )
    alt = _("Thèses par année de première inscription, soutenues ou non\u202f; le tableau dit la même chose.")
    return on_screen(figures.StackedColumns(series=series, columns=columns, unit="number"), alt, language(), WIDTH)


def evidence(viewer: Any) -> Answer[dict[int, tuple[Line, ...]]]:
    """The published theses that the sheets of a commitment give as proof."""
    shown = Thesis.objects.visible_to(viewer).order_by().values("pk")
    rows = ThesisEvidence.objects.filter(sheet__commitment=RECORD, thesis__in=shown)
    theses = rows.select_related("thesis").defer("thesis__search", "thesis__abstract", "thesis__abstract_en")
    return Answer(
        lists={"theses": theses.order_by("sheet", "rank")},
        make=lambda _commitment, found: by_sheet(found["theses"], _line),
    )


def _line(row: ThesisEvidence) -> Line:
    return line_of(row, row.thesis, "title", reverse("doctorates:detail", args=[row.thesis.slug]), _("thèse"))
