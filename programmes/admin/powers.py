"""« Qui peut quoi »: the table of rights in words, for everybody; and on an account's page, what it comes to for it."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from ..models import Assignment, Party, User
from ..roles import ROLES, Right, Role, Scope, TableKind, right_of
from .addresses import change_page

WRITING = {"add": "ajoute", "change": "modifie", "delete": "supprime"}
SHOWN = 20  # assignments named on the page of an account; the list of assignments has them all


@dataclass(frozen=True, kw_only=True)
class Power:
    """What may be done to the tables of a kind."""

    kind: str
    examples: str
    sentences: tuple[str, ...]


def sentences(right: Right) -> tuple[str, ...]:
    """A right in words: what is read, then what is written; « Rien. » for none."""
    told = [f"Lit {right.sees.label}."] if right.sees != Scope.NONE else []
    deeds = [words for verb, words in WRITING.items() if verb in right.verbs]
    if deeds and right.writes != Scope.NONE:
        told.append(f"{in_a_row(deeds).capitalize()} {right.writes.label}.")
    return tuple(told) or ("Rien.",)


def in_a_row(words: list[str]) -> str:
    """« ajoute, modifie et supprime »."""
    *first, last = words
    return f"{', '.join(first)} et {last}" if first else last


def powers_of(roles: frozenset[str]) -> list[Power]:
    """What these roles together allow, kind of table by kind of table."""
    return [_power(kind, sentences(right_of(roles, kind))) for kind in TableKind]


def _power(kind: TableKind, told: tuple[str, ...]) -> Power:
    name, _colon, examples = str(kind.label).partition("\u00a0: ")
    return Power(kind=name, examples=examples, sentences=told)


def urls(site: AdminSite) -> list[URLPattern]:
    """The address of the table."""

    def roles(request: HttpRequest) -> HttpResponse:
        return roles_view(request, site)

    return [path("roles/", site.admin_view(roles), name="roles")]


def roles_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Each kind of table, and what each role may do to it."""
    lines = [(_power(kind, ()), [(role.label, sentences(ROLES[role][kind])) for role in Role]) for kind in TableKind]
    context = {**site.each_context(request), "title": "Qui peut quoi", "roles": list(Role), "lines": lines}
    return TemplateResponse(request, "admin/roles.html", context)


def held_by(account: User, assignments: Any) -> dict[str, Any]:
    """What the page of an account tells: its roles, for whom it acts, what it may do, what it is in charge of."""
    parties = Party.objects.of_body(account.organisation_id).select_related("protocol", "organisation")
    in_force = assignments.filter(pk__in=Assignment.objects.contributing_on(timezone.localdate()).values("pk"))
    found = list(in_force.filter(user=account.pk).order_by("pk")[: SHOWN + 1])
    roles: frozenset[str] = account.roles if account.is_active else frozenset()
    return {
        "roles": [role for role in Role if role in roles],
        "parties": parties,
        "powers": powers_of(roles),
        "assignments": [(row, change_page(row.record) if row.record else "") for row in found[:SHOWN]],
        "has_more": len(found) > SHOWN,
    }
