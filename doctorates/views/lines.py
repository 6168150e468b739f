"""The lines of the list of theses: what a line shows, read in one query as plain values."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, ExpressionWrapper, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import get_language

from programmes.enums import RecordStatus
from programmes.models import Theme

from ..enums import ThesisState
from ..models import Thesis, ThesisFunding, ThesisTheme

OWN = ("pk", "slug", "is_demo", "title", "title_en", "keywords", "keywords_en", "state", "registered_on", "defended_on")
NAMED = ("candidate__given_name", "candidate__family_name", "laboratory__status", "laboratory__acronym")
MORE = ("laboratory__name", "school__acronym", "names_candidate", "themes", "funders")


@dataclass(frozen=True, kw_only=True, slots=True)
class Disc:
    """The mark of a theme: its number on its colour, with its name."""

    number: int
    colour: int
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThesisLine:
    """A thesis in the list. `title_language`, `under_language`: set when the text is not in the reader's language."""

    pk: int
    slug: str
    title: str
    title_language: str
    under: str
    under_language: str
    discs: tuple[Disc, ...]
    laboratory: str
    school: str
    funders: str
    start: int | None
    state: ThesisState
    defended: int | None
    is_demo: bool


def thesis_lines(theses: QuerySet[Thesis]) -> list[ThesisLine]:
    """The lines of these theses, in their order, in one query."""
    english = get_language() == "en"
    rows = theses.annotate(
        names_candidate=ExpressionWrapper(Thesis.objects.named(), output_field=BooleanField()),
        themes=ArraySubquery(_themes()),
        funders=ArraySubquery(_funders()),
    )
    return [
        _line(dict(zip((*OWN, *NAMED, *MORE), row, strict=True)), english)
        for row in rows.values_list(*OWN, *NAMED, *MORE)
    ]


def _themes() -> QuerySet:
    links = ThesisTheme.objects.filter(thesis=OuterRef("pk"), theme__in=Theme.objects.published())
    names = {
        name: f"theme__{name}" for name in ("number", "colour", "label", "label_en", "short_label", "short_label_en")
    }
    return links.order_by("theme__number").values(found=JSONObject(**names))


def _funders() -> QuerySet:
    names = {name: f"organisation__{name}" for name in ("acronym", "name", "name_en")}
    return ThesisFunding.objects.filter(thesis=OuterRef("pk")).order_by("pk").values(found=JSONObject(**names))


def _line(row: dict[str, Any], english: bool) -> ThesisLine:
    title, title_language = _spoken(row, "title", english)
    under, under_language = _spoken(row, "keywords", english)
    if row["names_candidate"] and row["candidate__family_name"]:
        under, under_language = f"{row['candidate__given_name']} {row['candidate__family_name']}".strip(), ""
    is_public = row["laboratory__status"] == RecordStatus.PUBLISHED
    return ThesisLine(
        pk=row["pk"],
        slug=row["slug"],
        title=title,
        title_language=title_language,
        under=under,
        under_language=under_language,
        discs=tuple(_disc(one, english) for one in row["themes"]),
        laboratory=(row["laboratory__acronym"] or row["laboratory__name"]) if is_public else "",
        school=row["school__acronym"] or "",
        funders=" + ".join(one["acronym"] or _spoken(one, "name", english)[0] for one in row["funders"]),
        start=_year(row["registered_on"]),
        state=ThesisState(row["state"]),
        defended=_year(row["defended_on"]),
        is_demo=row["is_demo"],
    )


def _disc(theme: dict[str, Any], english: bool) -> Disc:
    label = _spoken(theme, "short_label", english)[0] or _spoken(theme, "label", english)[0]
    return Disc(number=theme["number"], colour=theme["colour"], label=label)


def _spoken(row: dict[str, Any], name: str, english: bool) -> tuple[str, str]:
    """A text in the reader's language, else the French one and its language."""
    if english and row[f"{name}_en"]:
        return row[f"{name}_en"], ""
    return row[name], "fr" if english and row[name] else ""


def _year(day: date | None) -> int | None:
    return day.year if day else None
