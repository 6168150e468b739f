"""Outputs pasted on the page of a sheet: read, checked, then kept as rows of the action."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from programmes.admin.sheets import SheetForm

from ..models import Output, Project
from ..references import Reference, read


class PastingForm(SheetForm):
    """A sheet on which outputs can be pasted; a line that cannot be read is named, and all that was pasted stays."""

    pasted = forms.CharField(
        label="Collez des DOI, des identifiants HAL ou du BibTeX, une référence par ligne",
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "10.1021/acs.analchem.4c01234\nhal-04512345"}),
    )

    def clean_pasted(self) -> list[Reference]:
        """The references. Raises ValidationError naming each line that is none."""
        found = read(self.cleaned_data.get("pasted") or "")
        if found.faults:
            raise ValidationError(found.faults)
        return found.references


def keep(references: list[Reference], project: Project, year: int, *, is_demo: bool) -> list[Output]:
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
