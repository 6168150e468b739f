"""Who answers for the sheets of the actions: those who lead them, and the direction of the lead laboratory."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from programmes.models import Campaign, Person
from programmes.sections.responding import Respondent, directed_by, directions, leaders

from ..enums import TeamRole
from ..models import ProjectSheet, TeamMember

LEADING = (TeamRole.LEAD, TeamRole.HOLDER, TeamRole.CO_HOLDER, TeamRole.COORDINATION, TeamRole.PRESIDENT)


def respondents(campaign: Campaign) -> tuple[Respondent, ...]:
    """The leaders of the actions that have a sheet, and the directions of their lead laboratories."""
    day, sheets = localdate(), ProjectSheet.objects.filter(campaign=campaign).order_by()
    people = _leading().filter(project__in=sheets.values("project")).values("person")
    return (*directions(sheets.values("project__lead_laboratory"), day), *leaders(people, day))


def answered_by(person: Person, campaign: Campaign) -> tuple[ProjectSheet, ...]:
    """The sheets of the actions that this person leads, or whose laboratory they direct."""
    led = _leading().filter(person=person).values("project")
    mine = Q(project__in=led) | Q(project__lead_laboratory__in=directed_by(person, localdate()))
    rows = ProjectSheet.objects.with_answers().filter(mine, campaign=campaign)
    rows = rows.select_related("project__lead_laboratory", "previous__campaign").prefetch_related("project__outputs")
    return tuple(rows.order_by("project__rank", "pk"))


def _leading() -> QuerySet[Any]:
    """Those who lead an action today."""
    day = localdate()
    begun, not_ended = Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gte=day)
    return TeamMember.objects.filter(begun, not_ended, role__in=LEADING).order_by()
