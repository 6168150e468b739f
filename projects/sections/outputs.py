"""Outputs pasted on a yearly sheet, by staff or by a respondent: kept as rows of the action, never twice."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from ..models import Output, Project
from ..references import Reference


def keep(references: Iterable[Reference], project: Project, year: int, *, is_demo: bool) -> list[Output]:
    """The outputs of an action for these references: those that are there already are not added twice."""
    return [_kept(reference, project, year, is_demo=is_demo) for reference in references]


def _kept(reference: Reference, project: Project, year: int, *, is_demo: bool) -> Output:
    of_year = reference.year or year
    same = Q(title=reference.title, year=of_year)
    for name in ("doi", "hal_id"):
        if value := getattr(reference, name):
            same |= Q(**{name: value})
    known = project.outputs.filter(same).first()
    if known:
        return known
    given: dict[str, Any] = {"doi": reference.doi, "hal_id": reference.hal_id, "kind": reference.kind}
    source = f"Collé dans la fiche annuelle {year}"
    return project.outputs.create(title=reference.title, year=of_year, source=source, is_demo=is_demo, **given)
