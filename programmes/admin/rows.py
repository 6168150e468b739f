"""Forms of rows: what two people type at the same time is never lost, each cell has a name."""

from typing import Any, ClassVar

from django import forms
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from . import choosing, lean, vanishing


class SeenVersion(forms.IntegerField):
    """The version of a row that somebody had on screen; it is not a thing they typed."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RowForm(forms.ModelForm):
    """A form that refuses to overwrite what somebody else has saved meanwhile, and says what is to be chosen."""

    seen_version = SeenVersion()
    data: Any  # what was posted
    clash: choosing.Clash | None = None
    refusal: ClassVar[str] = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.initial["seen_version"] = getattr(self.instance, "version", None)
        for name, box in self.fields.items():
            lean.remember(box, name, self.instance)
        if self.is_bound and self.instance.pk and self.initial["seen_version"] is not None:
            self.data = choosing.decided(self)  # frozen rows, such as editions, count no versions: nobody types there

    def clean(self) -> dict[str, Any] | None:
        """Refuse what the database refused, and what somebody else changed since the page was opened."""
        cleaned = super().clean()
        if self.refusal:
            raise ValidationError(self.refusal)
        if self.instance.pk and self.has_changed():
            self.refuse_if_outdated()
        return cleaned

    def refuse_if_outdated(self) -> None:
        """Lock the row and compare versions. Raises ValidationError saying who changed what.

        The version that was on screen stays in the form until a choice is made with both values in sight.
        """
        if self.clash:
            raise ValidationError(self.clash.sentence)
        current = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk).first()
        seen = str(self.data.get(self.add_prefix("seen_version"), ""))
        if current is None:
            raise ValidationError("Quelqu’un d’autre a supprimé cette fiche pendant votre saisie.")
        if seen != str(current.version):
            self.clash = choosing.clash_of(self, current, seen)
            raise ValidationError(self.clash.sentence)


class _Rows:
    """What every table of rows inside a record does."""

    def __init__(self, data: Any = None, *arguments: Any, one_more: bool = False, **options: Any) -> None:
        super().__init__(data, *arguments, **options)  # type: ignore[call-arg]
        self.gone: list[vanishing.Gone] = []
        self.one_more = one_more
        if self.is_bound:  # type: ignore[attr-defined]
            self.data, self.gone = vanishing.without_gone(self)
        if one_more and str(self.data.get(total := f"{self.prefix}-TOTAL_FORMS", "")).isdecimal():  # type: ignore[attr-defined]
            self.data = self.data.copy()
            self.data[total] = str(int(self.data[total]) + 1)

    def is_valid(self) -> bool:
        """Whether the rows may be saved; never when one more was asked for, it is still to be filled in."""
        return bool(super().is_valid()) and not self.one_more  # type: ignore[misc]

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Name the box that deletes a row: it has no label of its own."""
        super().add_fields(form, index)  # type: ignore[misc]
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Supprimer cette ligne"

    def clean(self) -> None:
        """Refuse to delete a row that somebody else changed meanwhile, and to forget one that they deleted."""
        super().clean()  # type: ignore[misc]
        refusals = [gone.sentence for gone in self.gone if not gone.chosen]
        for form in getattr(self, "deleted_forms", ()):
            if form.instance.pk and isinstance(form, RowForm):
                try:
                    form.refuse_if_outdated()
                except ValidationError as error:
                    refusals += error.messages
        if refusals:
            raise ValidationError(refusals)


class RowFormSet(_Rows, BaseInlineFormSet):
    """Rows that belong to a record."""


class AboutFormSet(_Rows, BaseGenericInlineFormSet):
    """Rows about a record of any kind."""
