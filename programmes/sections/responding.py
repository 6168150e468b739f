"""Who answers for yearly sheets without an account: the directions of laboratories, the leaders of records."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ..models import LaboratoryContact, Person


@dataclass(frozen=True, kw_only=True)
class Respondent:
    """A person and the address to write to."""

    person: Person
    email: str


def directions(laboratories: QuerySet[Any], day: date) -> tuple[Respondent, ...]:
    """Who answers for these laboratories (a query of their numbers)."""
    rows = LaboratoryContact.objects.answering_on(day).filter(laboratory__in=laboratories)
    return _respondents(rows)


def leaders(people: QuerySet[Any], day: date) -> tuple[Respondent, ...]:
    """Among these people (a query of their numbers), those whose address a laboratory has given."""
    rows = LaboratoryContact.objects.reachable_on(day).filter(person__in=people)
    return _respondents(rows)


def directed_by(person: Person, day: date) -> QuerySet[Any]:
    """The numbers of the laboratories for which a person answers."""
    return LaboratoryContact.objects.answering_on(day).filter(person=person).order_by().values("laboratory")


def _respondents(rows: QuerySet[LaboratoryContact]) -> tuple[Respondent, ...]:
    found = rows.select_related("person").order_by("person", "-since", "pk")
    return tuple(Respondent(person=row.person, email=row.email) for row in found)
