"""Theses on the pages of other records: a theme, a commitment, a laboratory, an action, the protocol.

Candidates are never named there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from django.db.models import Count, Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording
from programmes.enums import RecordStatus
from programmes.models import Commitment, Laboratory, Protocol, Theme
from programmes.sections.related import RECORD, Answer, Line, Related, RelatedFigure, Rows
from programmes.templatetags.worded import address
from programmes.templatetags.words import language, spoken
from projects.models import Project

from ..enums import ThesisState
from ..models import Thesis, ThesisTheme
from ..models.schools import school_words
from .opened import place_of

SHOWN = 8
MOST = 100  # dots of a figure
PATHS: Final[dict[type[Model], str]] = {
    Theme: "theme_links__theme",
    Commitment: "project__commitment_links__commitment",
    Laboratory: "laboratory",
    Project: "project",
}
SHOWN_COLUMNS: Final = (
    *("slug", "title", "title_en", "state", "registered_on", "is_demo"),
    *("laboratory__acronym", "laboratory__name", "laboratory__status"),
    *("school__acronym", "school__name", "school__number"),
)


def relate(model: type[Model], viewer: Any) -> Answer[tuple[Related, ...]] | None:
    """The theses of a record that has some, and the open subjects of a laboratory."""
    if model not in PATHS:
        return None
    theses = Thesis.objects.visible_to(viewer).filter(**{PATHS[model]: RECORD})
    latest = theses.order_by("-registered_on", "pk").values(*SHOWN_COLUMNS)
    numbers = theses.order_by().values("state", "is_demo").annotate(number=Count("*"))
    lists, counts = {"latest": latest[:SHOWN]}, {"numbers": numbers}
    if model is Laboratory:
        subjects = Thesis.objects.open_subjects().filter(laboratory=RECORD).select_related(None)
        lists["subjects"] = subjects.only("reference", "title", "title_en", "is_demo")[:SHOWN]
    return Answer(lists=lists, make=_blocks, counts=counts)


def outline(protocol: Protocol, viewer: Any) -> tuple[Related, ...]:
    """How many theses a protocol counts."""
    told = Told(**Thesis.objects.visible_to(viewer).of_protocol(protocol).order_by().aggregate(**_counts()))
    return _block(told, f"protocol={protocol.reference}") if told.count else ()


def relate_all(records: Sequence[Model], viewer: Any) -> dict[int, Related]:
    """The theses of each theme, in one query, one dot each."""
    themes = [record for record in records if isinstance(record, Theme)]
    links = ThesisTheme.objects.filter(theme__in=themes, thesis__in=Thesis.objects.visible_to(viewer))
    rows: Any = links.order_by().values("theme").annotate(**_counts("thesis__"))
    found = {row.pop("theme"): Told(**row) for row in rows}
    told = {theme.pk: found.get(theme.pk, Told(count=0, done=0, demo=0)) for theme in themes}
    return {
        theme: Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template="doctorates/related/cell.html",
            count=one.count,
            lines=tuple(Line(title="", is_done=done) for done in one.dots),
            has_demo=bool(one.demo),
        )
        for theme, one in told.items()
    }


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of many theses without loading one: their number, those defended, those invented."""

    count: int
    done: int
    demo: int

    @classmethod
    def of(cls, numbers: Sequence[Mapping[str, Any]]) -> Self:
        """Added up from the numbers in each state, of invented theses and of others."""
        done = sum(row["number"] for row in numbers if row["state"] == ThesisState.DEFENDED)
        demo = sum(row["number"] for row in numbers if row["is_demo"])
        return cls(count=sum(row["number"] for row in numbers), done=done, demo=demo)

    @property
    def dots(self) -> tuple[bool, ...]:
        """One for each, as long as they can be told apart."""
        return tuple(rank < self.done for rank in range(self.count)) if self.count <= MOST else ()


def _counts(path: str = "") -> dict[str, Count]:
    done, demo = Q(**{f"{path}state": ThesisState.DEFENDED}), Q(**{f"{path}is_demo": True})
    return {"count": Count("pk"), "done": Count("pk", filter=done), "demo": Count("pk", filter=demo)}


def _blocks(record: Any, rows: Rows) -> tuple[Related, ...]:
    told = Told.of(rows["numbers"])
    theses = _block(told, _query(record), rows["latest"]) if told.count else ()
    return *_subjects(rows.get("subjects", ())), *theses


def _subjects(rows: Sequence[Thesis]) -> tuple[Related, ...]:
    """The subjects that look for a candidate in a laboratory; each leads to where it is told in full."""
    lines = tuple(Line(title=row.tr("title"), language=row.language_of("title"), url=place_of(row)) for row in rows)
    block = Related(
        name="subjects",
        title=_("Sujets de thèse à pourvoir"),
        template="doctorates/related/subjects.html",
        count=len(lines),
        lines=lines,
        has_demo=any(row.is_demo for row in rows),
    )
    return (block,) if lines else ()


def _query(record: Any) -> str:
    """What narrows the list of theses to those of a record."""
    return f"{record._meta.model_name}={getattr(record, 'slug', record.reference)}"


def _block(told: Told, query: str, latest: Sequence[Mapping[str, Any]] = ()) -> tuple[Related, ...]:
    theses, english = address("doctorates:list"), language() == "en"
    whole = f"{theses}?{query}"
    return (
        Related(
            name="doctorates",
            title=_("Thèses cofinancées"),
            template="doctorates/related/block.html" if latest else "",
            count=told.count,
            lines=tuple(_line(row, theses, english=english) for row in latest),
            figures=(_figure(told, whole, dots=bool(latest)),),
            url=whole,
            is_wide=True,
            has_demo=bool(told.demo),
        ),
    )


def _figure(told: Told, whole: str, *, dots: bool) -> RelatedFigure:
    """Their number, which leads to them and to no others."""
    label = ngettext("thèse cofinancée", "thèses cofinancées", told.count)
    if told.done:
        number = wording.number(told.done, language())
        words = ngettext("%(theses)s, dont %(done)s soutenue", "%(theses)s, dont %(done)s soutenues", told.done)
        label = words % {"theses": label, "done": number}
    return RelatedFigure(
        value=wording.number(told.count, language()),
        label=label,
        url=whole,
        dots=told.dots if dots else (),
    )


def _line(row: Mapping[str, Any], theses: str, *, english: bool) -> Line:
    state = ThesisState(row["state"])
    title, title_language = spoken(row, "title", english=english)
    is_public = row["laboratory__status"] == RecordStatus.PUBLISHED
    return Line(
        title=title,
        language=title_language,
        url=f"{theses}{row['slug']}/",
        is_done=state == ThesisState.DEFENDED,
        details={
            "laboratory": (row["laboratory__acronym"] or row["laboratory__name"]) if is_public else "",
            "school": _school(row),
            "start": row["registered_on"],
            "tone": state.tone,
            "state": state.label,
            "is_demo": row["is_demo"],
        },
    )


def _school(row: Mapping[str, Any]) -> str:
    if row["school__number"] is None:
        return ""
    return school_words(row["school__acronym"] or row["school__name"], row["school__number"])
