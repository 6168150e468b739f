"""The state and the dates of a thesis, asked on its yearly sheet and written on the thesis itself."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.forms.models import BaseModelFormSet, modelformset_factory
from django.http import HttpRequest

from programmes import questions, wording
from programmes.admin import NoRelation, RecordTable
from programmes.admin.rows import RowForm
from programmes.models import rights

from ..models import Thesis
from ..sections.answering import ASKED


class ThesisForm(RowForm):
    """Each field with what the register says now, so that one sees what a change replaces."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in ASKED:
            if name in self.fields:
                self.fields[name].help_text = f"Au registre\u00a0: {self.as_known(name)}"

    def as_known(self, name: str) -> str:
        """The value of the thesis in words."""
        held = self.initial.get(name)
        if held in (None, ""):
            return wording.unknown("fr")
        choices = dict(Thesis._meta.get_field(name).choices or ())  # type: ignore[union-attr]
        return str(choices[held]) if choices else wording.day(held, "fr")


class ThesisFormSet(BaseModelFormSet):
    """The one thesis that a sheet is about."""

    sheet: ClassVar[Any]

    def __init__(self, *arguments: Any, instance: Any = None, save_as_new: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)

    @classmethod
    def get_default_prefix(cls) -> str:
        return "thesis"


class ThesisTable(RecordTable):
    """The thesis under its own rules; whoever may not write the thesis reads it."""

    model = Thesis
    owner = Thesis
    question = questions.THESIS_STATE.name
    checks_class = NoRelation
    form = ThesisForm
    template = "admin/sheet/thesis.html"
    fields = ASKED

    def __init__(self, parent_model: Any, admin_site: Any) -> None:
        admin.TabularInline.__init__(self, parent_model, admin_site)

    def rows_of(self, rows: QuerySet[Any], record: int | str) -> QuerySet[Any]:
        """The thesis, by the number of its sheet."""
        return rows.filter(sheets=record)

    def rows_on(self, sheet: Any) -> QuerySet[Any]:
        """The thesis."""
        return Thesis.objects.filter(pk=sheet.thesis_id)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who may write the thesis."""
        may = super().has_change_permission(request, obj)
        return may and (obj is None or rights.may_write(request.user, obj.thesis))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A sheet is about one thesis."""
        return False

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """An ordinary set of forms, of one thesis."""
        may = self.has_change_permission(request, obj)
        made: Any = modelformset_factory(
            Thesis,
            form=self.form,
            formset=ThesisFormSet,
            fields=self.get_fields(request, obj) if may else [],
            extra=0,
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
        )
        made.sheet = obj
        return made
