"""Who answers for the sheets of the theses: those who direct them, and the direction of the laboratory."""

from django.db.models import Q
from django.utils.timezone import localdate

from programmes.models import Campaign, Person
from programmes.sections.responding import Respondent, directed_by, directions, leaders

from ..enums import SupervisionRole
from ..models import Supervision, ThesisSheet


def respondents(campaign: Campaign) -> tuple[Respondent, ...]:
    """The directors of the theses that have a sheet, and the directions of their laboratories."""
    day, sheets = localdate(), ThesisSheet.objects.filter(campaign=campaign).order_by()
    directing = Supervision.objects.filter(role=SupervisionRole.SUPERVISOR, thesis__in=sheets.values("thesis"))
    return (
        *directions(sheets.values("thesis__laboratory"), day),
        *leaders(directing.order_by().values("person"), day),
    )


def answered_by(person: Person, campaign: Campaign) -> tuple[ThesisSheet, ...]:
    """The sheets of the theses that this person directs, or of the laboratory that they direct."""
    directing = Supervision.objects.filter(role=SupervisionRole.SUPERVISOR, person=person).order_by().values("thesis")
    mine = Q(thesis__in=directing) | Q(thesis__laboratory__in=directed_by(person, localdate()))
    rows = ThesisSheet.objects.with_answers().filter(mine, campaign=campaign)
    rows = rows.select_related("campaign", "thesis__laboratory", "thesis__candidate", "previous__campaign")
    rows = rows.prefetch_related("thesis__contract_events", "thesis__follow_ups", "thesis__output_links__output")
    return tuple(rows.order_by("thesis__laboratory", "thesis__registered_on", "pk"))
