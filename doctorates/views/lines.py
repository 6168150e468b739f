"""The lines of the list of theses: what a line shows, read in one query as plain values."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, DateField, ExpressionWrapper, F, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import get_language

from programmes.filters import Named, Names, by_key
from programmes.models.together import Among, Given, Together
from programmes.templatetags.words import spoken

from ..enums import ThesisState
from ..models import Thesis, ThesisFunding, ThesisTheme

OWN = ("pk", "slug", "is_demo", "title", "title_en", "keywords", "keywords_en", "state", "registered_on", "defended_on")
KEYS = ("laboratory", "school", "themes", "funders")
PEOPLE = ("candidate__given_name", "candidate__family_name", "names_candidate")


@dataclass(frozen=True, kw_only=True, slots=True)
class ThesisLine:
    """A thesis in the list. `title_language`, `under_language`: set when the text is not in the reader's language.

    `discs`: the colour, the words and the number of each theme.
    """

    pk: int
    slug: str
    title: str
    title_language: str
    under: str
    under_language: str
    discs: tuple[tuple[int | None, str, int | None], ...]
    laboratory: str
    school: str
    funders: str
    start: int | None
    state: ThesisState
    defended: int | None
    is_demo: bool


def thesis_lines(keys: list[int], names: Names) -> list[ThesisLine]:
    """The lines of these theses, in this order, in one query; `names` are those of all that the facets may show."""
    english = get_language() == "en"
    known = {facet: by_key(names.get(facet, {})) for facet in ("theme", "laboratory", "school", "funder")}
    found = {row["pk"]: row for row in _worded().read(keys=keys, today=localdate())[0]}
    return [_line(found[key], known, english) for key in keys if key in found]


@cache
def _worded() -> Together:
    """What the lines show of any theses."""
    themes = ThesisTheme.objects.filter(thesis=OuterRef("pk")).order_by()
    funders = ThesisFunding.objects.filter(thesis=OuterRef("pk")).order_by("pk")
    named = Thesis.objects.named(Given("today", DateField()))
    rows = Thesis.objects.filter(Among(F("pk"), Given("keys"))).annotate(
        names_candidate=ExpressionWrapper(named, output_field=BooleanField()),
        themes=ArraySubquery(themes.values("theme")),
        funders=ArraySubquery(funders.values("organisation")),
    )
    return Together(rows.values(*OWN, *KEYS, *PEOPLE))


def _line(row: dict[str, Any], known: dict[str, dict[str, Named]], english: bool) -> ThesisLine:
    title, title_language = spoken(row, "title", english=english)
    under, under_language = spoken(row, "keywords", english=english)
    if row["names_candidate"] and row["candidate__family_name"]:
        under, under_language = f"{row['candidate__given_name']} {row['candidate__family_name']}".strip(), ""
    themes = [known["theme"][str(key)] for key in row["themes"] if str(key) in known["theme"]]
    funders = dict.fromkeys(
        known["funder"][str(key)].said(english) for key in row["funders"] if str(key) in known["funder"]
    )
    return ThesisLine(
        pk=row["pk"],
        slug=row["slug"],
        title=title,
        title_language=title_language,
        under=under,
        under_language=under_language,
        discs=tuple((theme.colour, theme.said(english), theme.number) for theme in sorted(themes, key=_number)),
        laboratory=_said(known["laboratory"].get(str(row["laboratory"])), english),
        school=_said(known["school"].get(str(row["school"])), english),
        funders=" + ".join(funders),
        start=_year(row["registered_on"]),
        state=ThesisState(row["state"]),
        defended=_year(row["defended_on"]),
        is_demo=row["is_demo"],
    )


def _said(named: Named | None, english: bool) -> str:
    return named.said(english) if named else ""


def _year(day: date | None) -> int | None:
    return day.year if day else None


def _number(theme: Named) -> int:
    return theme.number or 0
