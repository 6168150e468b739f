"""Figures year by year on the page of a sheet: those of the years before, and the one to type with its source."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.checks import InlineModelAdminChecks
from django.db.models import QuerySet
from django.forms.models import BaseModelFormSet, modelformset_factory
from django.http import HttpRequest

from .. import questions, wording
from ..models import IndicatorValue
from .rows import RowForm
from .sheets import RecordTable

YEARS_BEFORE = 2


@dataclass(kw_only=True)
class Series:
    """A figure followed year after year: its name, its unit, its values in words."""

    label: str
    unit: str = ""
    values: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the table: a series, its years before, and the form of this year; no series: a figure to add."""

    form: Any
    series: Series | None
    before: tuple[str, ...]
    value: Any = None
    now: str = ""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The table as the page draws it."""

    table: Any
    year: str
    years: tuple[str, ...]
    lines: tuple[Line, ...]


class YearTable(RecordTable):
    """Rows that hold a value of a year; each series has its line, and what is missing is empty."""

    value: ClassVar[str] = "value"

    def series(self, sheet: Any) -> dict[Any, Series]:
        """The series of the record, by what tells them apart."""
        raise NotImplementedError

    def key_of(self, form: Any) -> Any:
        """Which series a form is about; None for a figure to add."""
        raise NotImplementedError

    def grid(self, table: Any, sheet: Any) -> Grid:
        """The lines of this year beside the years before."""
        year = sheet.campaign.year
        years = tuple(range(year - YEARS_BEFORE, year))
        series = self.series(sheet)
        lines = []
        for form in table.formset.forms:
            found = series.get(self.key_of(form))
            before = tuple((found.values.get(one, "–") if found else "") for one in years)
            cell = form[self.value] if self.value in form.fields else None
            now = found.values.get(year, "–") if found else ""
            lines.append(Line(form=form, series=found, before=before, value=cell, now=now))
        return Grid(table=table, year=str(year), years=tuple(map(str, years)), lines=tuple(lines))


def told(value: Any, precision: str, upper: Any = None) -> str:
    """A figure in words."""
    return wording.precise(wording.number(value, "fr"), precision, wording.number(upper, "fr") if upper else "", "fr")


class ValueForm(RowForm):
    """The value of an indicator in a year; a value without a source is not one that can be traced."""

    def clean(self) -> dict[str, Any] | None:
        """Ask for the source of a value that is typed."""
        cleaned = super().clean() or {}
        if cleaned.get("actual") is not None and not (cleaned.get("source") or "").strip():
            self.add_error("source", "Indiquez la source de cette valeur.")
        return cleaned


class ValueFormSet(BaseModelFormSet):
    """Values of the indicators of the commitment that a sheet is about."""

    sheet: ClassVar[Any]
    fixed: ClassVar[dict[str, Any]] = {}

    def __init__(self, *arguments: Any, instance: Any = None, save_as_new: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)

    @classmethod
    def get_default_prefix(cls) -> str:
        return "indicators"

    def _construct_form(self, i: int, **options: Any) -> Any:
        form = super()._construct_form(i, **options)  # type: ignore[misc]  # the stubs do not know it
        if not form.instance.pk:
            form.instance.year, form.instance.is_demo = self.sheet.campaign.year, self.sheet.is_demo
        form.fields["indicator"].queryset = self.sheet.commitment.indicators.all()
        return form


class NoRelation(InlineModelAdminChecks):
    """Values hang on indicators, and these on the commitment of the sheet: there is no direct link to check."""

    def _check_exclude_of_parent_model(self, obj: Any, parent_model: Any) -> list[Any]:
        return []

    def _check_relation(self, obj: Any, parent_model: Any) -> list[Any]:
        return []


class IndicatorTable(YearTable):
    """The actual values of the indicators of a commitment, those that no rule computes."""

    model = IndicatorValue
    question = questions.INDICATORS.name
    checks_class = NoRelation
    form = ValueForm
    template = "admin/sheet/year_values.html"
    value = "actual"
    fields = ("indicator", "actual", "precision", "source")

    def __init__(self, parent_model: Any, admin_site: Any) -> None:
        admin.TabularInline.__init__(self, parent_model, admin_site)

    def rows_of(self, rows: QuerySet[Any], record: int | str) -> QuerySet[Any]:
        """None by number: a value belongs to an indicator, and is asked for by `rows_on`."""
        return rows.none()

    def rows_on(self, sheet: Any) -> QuerySet[Any]:
        """The values of the year, of the indicators that are typed in."""
        rows = IndicatorValue.objects.filter(indicator__commitment=sheet.commitment_id, year=sheet.campaign.year)
        return rows.filter(indicator__rule="").select_related("indicator").order_by("indicator__rank", "pk")

    def beginnings(self, request: HttpRequest, sheet: Any) -> list[dict[str, Any]]:
        """An empty line for each indicator without a value this year."""
        there = set(self.rows_on(sheet).values_list("indicator", flat=True))
        typed = [row for row in sheet.commitment.indicators.all() if not row.rule and row.pk not in there]
        return [{"indicator": row.pk} for row in typed]

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        """Rows without a link to the sheet: an ordinary set of forms."""
        may = self.has_change_permission(request, obj)
        made: Any = modelformset_factory(
            IndicatorValue,
            form=self.form,
            formset=ValueFormSet,
            fields=self.get_fields(request, obj) if may else [],
            extra=self.get_extra(request, obj) if may else 0,
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
        )
        made.sheet = obj
        return made

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """The indicator rides along, hidden; its name stands beside; a source is a line."""
        if db_field.name == "source":
            options["widget"] = forms.TextInput
        found = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "indicator":
            found.widget = forms.HiddenInput()
        return found

    def series(self, sheet: Any) -> dict[Any, Series]:
        """The values of each indicator, year after year."""
        return {
            row.pk: Series(
                label=row.label,
                unit=row.unit,
                values={
                    one.year: told(one.actual, one.precision, one.actual_max)
                    for one in row.values.all()
                    if one.actual is not None
                },
            )
            for row in sheet.commitment.indicators.all()
        }

    def key_of(self, form: Any) -> Any:
        """The indicator of a line."""
        return form.instance.indicator_id or form.initial.get("indicator")
