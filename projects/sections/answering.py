"""What respondents answer of an action beside texts: milestones reached, key figures of the year, outputs pasted."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from programmes import questions, wording
from programmes.enums import Precision
from programmes.sections.answering import Amount, Part, Row, row_form

from ..models import KeyFigure, Milestone, ProjectSheet
from ..references import read
from .outputs import keep

LABELS = {
    "reached_on": _("Atteint le"),
    "label": _("Ce qui est compté"),
    "value": _("Valeur"),
    "unit": _("Unité"),
    "precision": _("À quel point le chiffre est connu"),
    "source": _("D’où vient ce chiffre"),
}
PRECISIONS = [(one.value, one.label) for one in Precision if one != Precision.BETWEEN]
BOXES = {
    "value": Amount(label=LABELS["value"], max_digits=14, decimal_places=2),
    "precision": forms.ChoiceField(label=LABELS["precision"], choices=PRECISIONS),
    "source": forms.CharField(label=LABELS["source"], max_length=300, required=False),
}
MilestoneForm = row_form(Milestone, ["reached_on"], labels=LABELS)
FigureForm = row_form(KeyFigure, ["value", "precision", "source"], BOXES, labels=LABELS)
NewFigureForm = row_form(KeyFigure, ["label", "value", "unit", "precision", "source"], BOXES, labels=LABELS)


def parts(sheet: ProjectSheet) -> tuple[Part, ...]:
    """What may be answered on the sheet of an action."""
    year = sheet.campaign.year
    outputs = [row for row in sheet.project.outputs.all() if row.year == year]
    return (
        Part(question=questions.MILESTONES, rows=tuple(_milestones(sheet))),
        Part(question=questions.KEY_FIGURES, rows=tuple(_figures(sheet))),
        Part(
            question=questions.OUTPUTS,
            known=tuple(f"{row.title}{_number(row)}" for row in outputs),
            paste=partial(_paste, sheet),
        ),
    )


def paste(text: str) -> tuple[list[Any], list[str]]:
    """The references of a text that somebody pasted, and a sentence for each line that is none."""
    found = read(text)
    return ([], found.faults) if found.faults else (found.references, [])


def _paste(sheet: ProjectSheet, text: str) -> list[str]:
    references, faults = paste(text)
    keep(references, sheet.project, sheet.campaign.year, is_demo=sheet.is_demo)
    return faults


def _number(output: Any) -> str:
    number = output.doi or output.hal_id
    return f" ({number})" if number and number != output.title else ""


def _milestones(sheet: ProjectSheet) -> Iterator[Row]:
    """Those of the action: whether each was reached, and when; what they are is the staff's to say."""
    language = get_language() or "fr"
    for row in sheet.project.milestones.all():
        name = row.label_en if language == "en" and row.label_en else row.label
        planned = _("prévu le %(day)s") % {"day": wording.day(row.planned_on, language)} if row.planned_on else ""
        label = f"{name} ({planned})" if planned else name
        yield Row(name=f"milestone-{row.pk}", label=label, instance=row, form=MilestoneForm)


def _figures(sheet: ProjectSheet) -> Iterator[Row]:
    """Those of the year, those followed the year before and not told yet, and an empty one.

    A figure that is followed keeps its name in the form when it is made: a page that is saved again finds it.
    """
    year, rows = sheet.campaign.year, list(sheet.project.key_figures.all())
    now = {row.label: row for row in rows if row.year == year}
    before = {row.label: row for row in rows if row.year == year - 1}
    for label, row in before.items():
        told = now.pop(label, None) or KeyFigure(
            project=sheet.project, year=year, label=label, label_en=row.label_en, unit=row.unit, unit_en=row.unit_en,
            rank=row.rank, is_demo=sheet.is_demo,
        )  # fmt: skip
        yield Row(name=f"figure-after-{row.pk}", label=_called(row), instance=told, form=_form_of(told))
    for row in now.values():
        yield Row(name=f"figure-{row.pk}", label=_called(row), instance=row, form=_form_of(row))
    empty = KeyFigure(project=sheet.project, year=year, is_demo=sheet.is_demo)
    yield Row(name="figure-new", label=str(_("Un autre chiffre")), instance=empty, form=NewFigureForm)


def _form_of(figure: KeyFigure) -> Any:
    """A figure known between two values keeps them: this page asks for one value."""
    return row_form(KeyFigure, ["source"], BOXES) if figure.precision == Precision.BETWEEN else FigureForm


def _called(figure: KeyFigure) -> str:
    english = get_language() == "en"
    label = figure.label_en if english and figure.label_en else figure.label
    unit = figure.unit_en if english and figure.unit_en else figure.unit
    return f"{label} ({unit})" if unit else label
