"""Who answers for yearly sheets without an account: the directions of laboratories, the leaders of records.

An address is that of a contact of a laboratory, or else the one at which the person answered in a campaign before:
the register of people holds none (standards B5).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ..models import LaboratoryContact, Person, ResponseLink


@dataclass(frozen=True, kw_only=True)
class Respondent:
    """A person and the address to write to; empty when nobody knows one."""

    person: Person
    email: str


def directions(laboratories: QuerySet[Any], day: date) -> tuple[Respondent, ...]:
    """Who answers for these laboratories (a query of their numbers)."""
    rows = LaboratoryContact.objects.answering_on(day).filter(laboratory__in=laboratories)
    return tuple(_respondents(Person.objects.filter(pk__in=rows.order_by().values("person")), day))


def leaders(people: QuerySet[Any], day: date) -> tuple[Respondent, ...]:
    """These people (a query of their numbers)."""
    return tuple(_respondents(Person.objects.filter(pk__in=people), day))


def directed_by(person: Person, day: date) -> QuerySet[Any]:
    """The numbers of the laboratories for which a person answers."""
    return LaboratoryContact.objects.answering_on(day).filter(person=person).order_by().values("laboratory")


def _respondents(people: QuerySet[Person], day: date) -> Iterator[Respondent]:
    """Each person once, with the address of today's function, else that of the last campaign."""
    found = list(people.order_by("pk"))
    used = ResponseLink.objects.personal().filter(person__in=people, revoked_at__isnull=True).order_by("pk")
    given = LaboratoryContact.objects.reachable_on(day).filter(person__in=people).order_by("since", "-pk")
    known = _by_person(used) | _by_person(given)
    return (Respondent(person=person, email=known.get(person.pk, "")) for person in found)


def _by_person(rows: Iterable[Any]) -> dict[int, str]:
    return {row.person_id: row.email for row in rows}
