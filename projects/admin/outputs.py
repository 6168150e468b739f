"""Outputs pasted on the page of a sheet: read and checked."""

from django import forms
from django.core.exceptions import ValidationError

from programmes.admin.sheets import SheetForm

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
