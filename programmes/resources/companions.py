"""Columns whose cells make rows of another table: the RNSR of a laboratory, the shares of a thesis.

A companion adds and corrects, it never deletes: a row that the file does not name stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast

from ..cells import Beside, Cell
from .columns import Column

SEPARATORS = (";", "|", "\n")


@dataclass
class Change:
    """Rows that a line makes or corrects, and what to say of them."""

    heading: str
    before: str
    after: str
    made: list[Any] = field(default_factory=list)
    corrected: list[Any] = field(default_factory=list)


class Companion:
    """What reads some columns of a line into rows of another table."""

    model: type[Model]
    owner: str  # the link from the other table to the record
    corrects: tuple[str, ...] = ()  # its columns that a line may correct
    columns: tuple[Column, ...]

    def __init__(self) -> None:
        self.rows: dict[int, list[Any]] = defaultdict(list)
        self.made: list[Any] = []
        self.corrected: list[Any] = []

    @property
    def headings(self) -> frozenset[str]:
        """The headings of its columns."""
        return frozenset(column.heading for column in self.columns)

    def load(self, owners: Iterable[int]) -> None:
        """Read the rows that these records already have."""
        for row in self.model._base_manager.filter(**{f"{self.owner}__in": list(owners)}).order_by("pk"):
            self.rows[getattr(row, f"{self.owner}_id")].append(row)

    def versions(self) -> Iterator[tuple[Any, ...]]:
        """What was read, for the fingerprint of a preview."""
        return ((row.pk, row.version) for rows in self.rows.values() for row in rows)

    def changes(self, instance: Any, row: dict[str, Any], present: frozenset[str]) -> Iterator[Change]:
        """What the cells of a line change. Raises ValidationError by heading."""
        raise NotImplementedError

    def cells(self) -> Iterator[Cell]:
        """What a file says of its columns."""
        raise NotImplementedError

    def keep(self, change: Change) -> None:
        """Note what will be written with the others."""
        self.made += change.made
        self.corrected += change.corrected

    def store(self) -> None:
        """Write everything, five thousand rows a statement."""
        manager = self.model._base_manager
        manager.bulk_create(self.made, batch_size=5000)
        if self.corrected:
            manager.bulk_create(
                self.corrected, batch_size=5000, update_conflicts=True, unique_fields=["id"],
                update_fields=list(self.corrects),
            )  # fmt: skip


class ValueList(Companion):
    """One column, one row for each value; several values stand apart by semicolons."""

    heading: str

    def changes(self, instance: Any, row: dict[str, Any], present: frozenset[str]) -> Iterator[Change]:
        """New values are added; one that is written down and missing from the cell is refused, never erased."""
        if self.heading not in present:
            return
        wanted = self._read(row[self.heading])
        held = [self.value_of(old) for old in self._own(instance)]
        if not wanted:
            return
        if lost := [value for value in held if value not in wanted]:
            raise refused(
                self.heading,
                f"«\u00a0{self.show(lost[0])}\u00a0» est inscrit et manque ici\u00a0: corrigez-le sur la fiche",
            )
        added = [value for value in wanted if value not in held]
        if added:
            made = [self.make(instance, value) for value in added]
            yield Change(self.heading, self._joined(held), self._joined(wanted), made=made)

    def _read(self, cell: Any) -> list[Any]:
        widget = self.columns[0].widget
        texts = [cell]
        if type(cell) is str:
            for separator in SEPARATORS:
                texts = [part for text in texts for part in text.split(separator)]
        try:
            values = [widget.clean(text) for text in texts]
        except ValueError as error:
            raise refused(self.heading, str(error)) from error
        return [value for value in dict.fromkeys(values) if value not in ("", None)]

    def cells(self) -> Iterator[Cell]:
        """Every value that is written down, as `changes` takes them apart."""
        values = StringAgg(Cast(self.told(), TextField()), f" {SEPARATORS[0]} ", order_by=("pk",))
        yield Cell(self.heading, values, beside=Beside(self.held(), self.owner))

    def held(self) -> QuerySet[Any]:
        """The rows of this column."""
        return self.model._base_manager.all()

    def told(self) -> Any:
        """What the database is asked for, so that a file says the value of a row."""
        raise NotImplementedError

    def _own(self, instance: Any) -> list[Any]:
        return [old for old in self.rows.get(instance.pk, ()) if self.is_mine(old)]

    def _joined(self, values: list[Any]) -> str:
        return "\u202f; ".join(self.show(value) for value in values)

    def is_mine(self, row: Any) -> bool:
        """Whether a row of the other table belongs to this column."""
        return True

    def value_of(self, row: Any) -> Any:
        """The value that a row holds."""
        raise NotImplementedError

    def make(self, instance: Any, value: Any) -> Any:
        """The row for a value."""
        raise NotImplementedError

    def show(self, value: Any) -> str:
        """A value as a person would type it."""
        return self.columns[0].widget.render(value)


def refused(heading: str, reason: str) -> ValidationError:
    """A refusal tied to a column."""
    return ValidationError({heading: [reason]})
