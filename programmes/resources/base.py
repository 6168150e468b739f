"""A kind of file: the library's resource, tuned to read all lines in memory and to write them in one go.

Lines are judged without writing. What they change is written by `store`, everything or nothing; a preview writes too,
then takes it back, so that what the database alone can refuse is refused before anybody confirms.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import ModelResource
from import_export.results import RowResult
from tablib import Dataset

from ..cells import Cell
from ..models import User
from .columns import Column
from .companions import Change, Companion
from .judging import Judging
from .links import kept_of, link_to, own_reference, reserved
from .parties import PartyRule
from .theirs import RowRule

Progress = Callable[[int], None]
EVERY = 250  # lines between two signs of life
INTRODUCED = 2  # cells shown of a new record


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


class Line(NamedTuple):
    """A line of the file: its number, its key, what it changes (heading, from, to) or why it is refused."""

    number: int
    verdict: Verdict
    key: str
    details: list[tuple[str, ...]]


class QuietRow(RowResult):
    """The library's result of a line, without the name of the instance: some names cost a query."""

    def add_instance_info(self, instance: Any) -> None:
        """Nothing: our lines say more."""


class NaturalKeyLoader(BaseInstanceLoader):
    """Finds the records that the lines name, by their natural key, in one query."""

    def __init__(self, resource: "RecordResource", dataset: Dataset) -> None:
        super().__init__(resource, dataset)
        keys = {resource.key_of(dict(zip(dataset.headers, row, strict=True))) for row in dataset}  # type: ignore[attr-defined]
        first = {key[0] for key in keys if key is not None}
        rows = resource._meta.model._base_manager.filter(**{f"{resource.key[0]}__in": first}) if first else ()
        resource.found = {key: kept_of(row) for row in rows if (key := resource.key_held(row)) in keys}
        resource.number_newcomers(key[0] for key in keys - resource.found.keys() if key is not None)
        for companion in resource.companions:
            companion.load(row.pk for row in resource.found.values())

    def get_instance(self, row: dict[str, Any]) -> Any:
        """The record of a line; None for a new one."""
        return self.resource.found.get(self.resource.key_of(row))


class RecordResource(ModelResource):
    """One kind of file. `columns` and `companions` are made afresh for each import: they remember what they read."""

    kind: ClassVar[str]
    title: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ("reference",)
    giver: ClassVar[str] = ""  # the organisation whose money it is, when it is money
    _meta: Any  # made by the library

    class Meta:
        """Settings measured in the recipe: nothing is compared nor kept by the library itself."""

        fields: ClassVar[list[str]] = []
        import_id_fields: ClassVar[list[str]] = []
        instance_loader_class = NaturalKeyLoader
        use_bulk = skip_diff = True
        use_transactions = report_skipped = False
        batch_size = None

    def __init__(self, importer: User | None = None, progress: Progress = lambda done: None) -> None:
        super().__init__()
        self.importer, self.progress = importer, progress
        self.columns: list[Column] = list(self.make_columns())
        self.companions: list[Companion] = list(self.make_companions())
        self.fields = {column.heading: column for column in self.all_columns}
        self.found: dict[tuple[Any, ...], Any] = {}
        self.newcomers: dict[str, int] = {}
        self.lines: list[Line] = []
        self.numbers: list[int] = []
        self.present: list[Column] = []

    # -- what an app declares

    def make_columns(self) -> Iterator[Column]:
        """The columns that fill the record itself; the first ones are its key, in order."""
        raise NotImplementedError

    def make_companions(self) -> Iterator[Companion]:
        """The columns that make rows of other tables."""
        return iter(())

    def complete(self, instance: Any) -> None:
        """Fill in what a new record needs and no column gives."""

    # -- columns

    @property
    def all_columns(self) -> list[Column]:
        """Every column of a file, in order."""
        return [*self.columns, *(column for companion in self.companions for column in companion.columns)]

    def cells(self) -> Iterator[Cell]:
        """What a file says of each column, in order."""
        yield from (column.cell() for column in self.columns)
        yield from (cell for companion in self.companions for cell in companion.cells())

    @property
    def example_keys(self) -> frozenset[str]:
        """What stands in the first cell of the lines of example of a template."""
        first = str(self.columns[0].example)
        return frozenset({first, f"{first}-2"})

    def get_import_fields(self) -> list[Column]:
        """The columns that the file has."""
        return self.present

    def key_of(self, row: dict[str, Any]) -> tuple[Any, ...] | None:
        """The natural key that a line gives; None when one of its cells is missing or faulty."""
        try:
            key = tuple(column.widget.clean(row.get(column.heading)) for column in self.columns[: len(self.key)])
        except ValueError:
            return None
        return None if any(part in ("", None) for part in key) else key

    def key_held(self, instance: Any) -> tuple[Any, ...]:
        """The natural key of a record."""
        return tuple(getattr(instance, name) for name in self.key)

    def key_shown(self, row: dict[str, Any]) -> str:
        """The key as the line has it."""
        return ", ".join(str(row.get(column.heading) or "") for column in self.columns[: len(self.key)])

    # -- judging lines, through the library's hooks

    def judge(self, headings: list[str], rows: list[list[Any]], numbers: list[int]) -> list[Line]:
        """What becomes of each line; nothing is written."""
        self.numbers, self.lines = numbers, []
        self.present = [column for column in self.columns if column.heading in headings]
        self.judging = Judging(self._meta.model, self.present, self.columns)
        self.parties = PartyRule(self.importer) if self.giver else None
        self.theirs = RowRule(self.importer, self._meta.model)
        result = self.import_data(Dataset(*rows, headers=headings), headings=frozenset(headings))
        if result.base_errors:
            raise result.base_errors[0].error
        return self.lines

    @classmethod
    def get_row_result_class(cls) -> type[RowResult]:
        """Ours."""
        return QuietRow

    def before_import(self, dataset: Dataset, **options: Any) -> None:
        """Load what whole columns are compared with."""
        self.judging.load(dataset)

    def number_newcomers(self, references: Iterable[str]) -> None:
        """Give new records their numbers beforehand, when other lines of the same file may name them."""
        links = [widget for column in self.present if (widget := link_to(self._meta.model, column.widget))]
        if links:
            self.newcomers = reserved(self._meta.model, sorted(references))
        for widget in links:
            widget.announce(self.newcomers)

    def import_row(self, row: dict[str, Any], instance_loader: Any, **options: Any) -> RowResult:
        """Judge a line, and note the verdict in our own words."""
        rank = options["row_number"]
        if rank % EVERY == 0:
            self.progress(rank)
        self._changes: list[Change] = []
        self._details: list[tuple[str, ...]] = []
        result = super().import_row(row, instance_loader, **options)
        if result.errors:
            raise result.errors[0].error
        verdict = VERDICTS[result.import_type]
        details = self._reasons(result.validation_error) if verdict is Verdict.REFUSED else self._details
        self.lines.append(Line(self.numbers[rank - 1], verdict, self.key_shown(row), details))
        return result

    def after_init_instance(self, instance: Any, new: bool, row: dict[str, Any], **options: Any) -> None:
        """Remember what the record was; a new one that others name has its number already."""
        if new and self.newcomers:
            instance.pk = self.newcomers.get((self.key_of(row) or ("",))[0])
        self._old = None if new else {column.attribute: getattr(instance, column.attribute) for column in self.present}

    def import_instance(self, instance: Any, row: dict[str, Any], **options: Any) -> None:
        """Fill the record, then read what goes to other tables."""
        faults: dict[str, Any] = {}
        try:
            super().import_instance(instance, row, **options)
        except ValidationError as error:
            error.update_error_dict(faults)
        self._merged = own_reference(instance, self._old)
        if self._old is None:
            self.complete(instance)
        for companion in self.companions:
            try:
                self._changes += companion.changes(instance, row, options["headings"])
            except ValidationError as error:
                error.update_error_dict(faults)
        if faults:
            raise ValidationError(faults)

    def skip_row(self, instance: Any, original: Any, row: dict[str, Any], import_validation_errors: Any = None) -> bool:
        """Whether the line says what the record holds already."""
        if import_validation_errors:
            return False
        self._details = list(self._introduced(instance) if self._old is None else self._corrected(instance, self._old))
        self._is_touched = self._old is None or bool(self._details)
        self._details += self._merged + [(change.heading, change.before, change.after) for change in self._changes]
        return not (self._is_touched or self._changes)

    def _corrected(self, instance: Any, old: dict[Any, Any]) -> Iterator[tuple[str, str, str]]:
        """What a line changes: heading, from, to."""
        for column in self.present:
            if (before := old[column.attribute]) != (after := getattr(instance, str(column.attribute))):
                yield column.heading, column.widget.render(before), column.widget.render(after)

    def _introduced(self, instance: Any) -> Iterator[tuple[str, str, str]]:
        """What a new record is known by: its first cells after the key."""
        for column in self.present[len(self.key) : len(self.key) + INTRODUCED]:
            if (value := getattr(instance, str(column.attribute))) not in ("", None):
                yield column.heading, "", column.widget.render(value)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Everything that one line can break. Raises ValidationError, by heading."""
        faults: dict[str, list[str]] = {}
        for name, reasons in (import_validation_errors or {}).items():
            faults[name] = [message for reason in reasons for message in ValidationError(reason).messages]
        self.judging.judge(instance, faults, number=self._number, is_new=self._old is None, key=self.key_held(instance))
        if self.parties and not faults:  # first: its sentence names the party
            reasons = dict.fromkeys(map(self.parties.refusal, self.givers_of(instance)))
            faults |= {NON_FIELD_ERRORS: told} if (told := [reason for reason in reasons if reason]) else {}
        if not faults:
            faults |= self.theirs.faults(instance, is_new=self._old is None)
        if faults:
            raise ValidationError(faults)

    @property
    def _number(self) -> int:
        return self.numbers[len(self.lines)]

    def givers_of(self, instance: Any) -> Iterator[set[int]]:
        """The organisations that give each row of money which a line touches, before and after."""
        for body in {getattr(instance, self.giver), (self._old or {}).get(self.giver)}:
            yield {body} if body else set()

    def save_instance(self, instance: Any, is_create: bool, row: dict[str, Any], **options: Any) -> None:
        """Keep what will be written."""
        if self._is_touched:
            super().save_instance(instance, is_create, row, **options)
        for change in self._changes:
            owner = next(companion for companion in self.companions if change.heading in companion.headings)
            owner.keep(change)

    def bulk_create(self, *arguments: Any, **options: Any) -> None:
        """Nothing yet: `store` writes."""

    bulk_update = bulk_create

    def _reasons(self, refusal: ValidationError) -> list[tuple[str, ...]]:
        headings = {str(column.attribute): column.heading for column in self.columns}
        return [
            ("" if name == NON_FIELD_ERRORS else headings.get(name, name), reason)
            for name, reasons in refusal.message_dict.items()
            for reason in reasons
        ]


VERDICTS = {
    RowResult.IMPORT_TYPE_NEW: Verdict.NEW,
    RowResult.IMPORT_TYPE_UPDATE: Verdict.CHANGED,
    RowResult.IMPORT_TYPE_SKIP: Verdict.SAME,
    RowResult.IMPORT_TYPE_INVALID: Verdict.REFUSED,
}
