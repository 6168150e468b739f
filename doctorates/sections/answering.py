"""What respondents answer of a thesis beside texts: state and dates, events of the contract, committees, outputs."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes import questions
from programmes.sections.answering import Part, Row, row_form
from projects.sections.answering import paste
from projects.sections.outputs import keep

from ..enums import ThesisState
from ..models import ContractEvent, FollowUp, Thesis, ThesisOutput, ThesisSheet

ASKED = ("state", "registered_on", "contract_ends_on", "planned_defence", "defended_on", "ended_on", "result")
LABELS = {
    "state": _("État"),
    "registered_on": _("Première inscription"),
    "contract_ends_on": _("Fin du contrat"),
    "planned_defence": _("Soutenance prévue"),
    "defended_on": _("Soutenue le"),
    "ended_on": _("Abandon ou transfert"),
    "result": _("Résultat"),
    "kind": _("Nature"),
    "happened_on": _("Date d’effet"),
    "extra_days": _("Jours ajoutés"),
    "new_end_date": _("Nouvelle fin du contrat"),
    "held_on": _("Réuni le"),
}
EventForm = row_form(ContractEvent, ["kind", "happened_on", "extra_days", "new_end_date"], labels=LABELS)
FollowUpForm = row_form(FollowUp, ["held_on"], labels=LABELS)


def parts(sheet: ThesisSheet) -> tuple[Part, ...]:
    """What may be answered on the sheet of a thesis."""
    titles = tuple(str(link.output.title) for link in sheet.thesis.output_links.all())
    return (
        Part(question=questions.THESIS_STATE, rows=(_state(sheet),)),
        Part(question=questions.THESIS_EVENTS, rows=(*_events(sheet), *_committees(sheet))),
        Part(question=questions.OUTPUTS, known=titles, paste=partial(_paste, sheet)),
    )


def keep_outputs(sheet: ThesisSheet, references: list[Any]) -> None:
    """Outputs belong to the action of the thesis, and are linked to the thesis."""
    for output in keep(references, sheet.thesis.project, sheet.campaign.year, is_demo=sheet.is_demo):
        ThesisOutput.objects.get_or_create(
            thesis=sheet.thesis, output=output, defaults={"is_demo": sheet.is_demo or output.is_demo}
        )


def _paste(sheet: ThesisSheet, text: str) -> list[str]:
    references, faults = paste(text)
    keep_outputs(sheet, references)
    return faults


def _state(sheet: ThesisSheet) -> Row:
    """The thesis itself; a thesis under way never goes back to what it was before it began."""
    now = ThesisState(sheet.thesis.state)
    choices = [(one.value, one.label) for one in ThesisState if one == now or one in ThesisState.begun()]
    state = forms.ChoiceField(label=LABELS["state"], choices=choices)
    form = row_form(Thesis, ASKED, {"state": state}, labels=LABELS)
    return Row(name="thesis", label="", instance=sheet.thesis, form=form)


def _events(sheet: ThesisSheet) -> Iterator[Row]:
    for row in sheet.thesis.contract_events.all():
        yield Row(name=f"event-{row.pk}", label=row.get_kind_display(), instance=row, form=EventForm)
    empty = ContractEvent(thesis=sheet.thesis, is_demo=sheet.is_demo)
    yield Row(name="event-new", label=str(_("Un autre événement du contrat")), instance=empty, form=EventForm)


def _committees(sheet: ThesisSheet) -> Iterator[Row]:
    called = str(_("Comité de suivi"))
    for row in sheet.thesis.follow_ups.all():
        yield Row(name=f"committee-{row.pk}", label=called, instance=row, form=FollowUpForm)
    empty = FollowUp(thesis=sheet.thesis, is_demo=sheet.is_demo)
    yield Row(name="committee-new", label=str(_("Un autre comité de suivi")), instance=empty, form=FollowUpForm)
