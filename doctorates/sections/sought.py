"""What can be found of the co-funded theses. A candidate is found only where the page of the thesis names them."""

from typing import Any

from django.db.models import Case, F, TextField, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from programmes.models.asking import Asked
from programmes.sections.finding import Sought, people

from ..models import Thesis


def theses(viewer: Any) -> Sought:
    """The theses, by their words, their numbers and the people whom their pages name."""
    seen = Thesis.objects.visible_to(viewer)
    return Sought(
        name="theses",
        label=_("Thèses"),
        rows=seen.select_related("laboratory"),
        keeps_stems=True,
        titles=["title"],
        passage=_passage(),
        numbers=_theses_of,
        url=lambda row: reverse("doctorates:detail", args=[row.slug]),
        listed=reverse("doctorates:list"),
        note=_note,
    )


def _passage() -> Any:
    """The keywords, then the abstract unless it is kept back."""
    keywords, abstract = ("keywords_en", "abstract_en") if get_language() == "en" else ("keywords", "abstract")
    readable = Case(When(Thesis.objects.readable(), then=F(abstract)), default=Value(""), output_field=TextField())
    return Concat(F(keywords), Value(" – "), readable, output_field=TextField())


def _note(row: Thesis) -> str:
    unit = row.laboratory
    place = (str(unit), unit.city) if unit.is_published else ()
    year = str(row.registered_on.year) if row.registered_on else ""
    return ", ".join(filter(None, (*place, year, str(row.shown_state.label))))


def _theses_of(typed: Asked) -> list[int]:
    rows: Any = Thesis.objects.order_by().values_list("pk", flat=True)
    numbers = ("nnt", "subject_number", "hal_id", "reference") if typed.is_number else ("reference",)
    arms = [rows.filter(**{f"{number}__in": typed.spellings}) for number in numbers]
    if (called := people(typed)) is not None:
        arms += [
            rows.filter(Thesis.objects.named(), candidate__in=called),
            rows.filter(supervisions__person__in=called),
        ]
    return list(arms[0].union(*arms[1:]))
