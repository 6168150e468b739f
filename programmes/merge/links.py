"""Every row of every app that points at a record, found by introspection: a new table cannot be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, UniqueConstraint

from ..models import Merge, MergedRow, StatusChange

# They tell what was done to a record: they stay with the record it was done to.
PAST = (Merge, MergedRow, StatusChange)


@dataclass(frozen=True)
class Rule:
    """A set of columns that no two rows share."""

    names: tuple[str, ...]
    condition: Q = field(default_factory=Q)
    nulls_collide: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose rows point at records of a kind: through `columns`, among the rows that `only` keeps."""

    model: type[Model]
    columns: tuple[str, ...]
    only: Q
    rules: tuple[Rule, ...]

    @property
    def rows(self) -> QuerySet[Any]:
        """The rows of the table that may point at such records."""
        return self.model._base_manager.filter(self.only)

    def pointing_at(self, key: int) -> QuerySet[Any]:
        """The rows that point at this record."""
        found = Q()
        for name in self.columns:
            found |= Q(**{name: key})
        return self.rows.filter(found).order_by("pk")

    @property
    def is_versioned(self) -> bool:
        """Whether each real change of a row counts its version up."""
        return any(column.name == "version" for column in self.model._meta.concrete_fields)


def tables(model: Any) -> tuple[Table, ...]:
    """Every table that points at records of this kind, by a foreign key or about records of any kind."""
    found = []
    for other in sorted(apps.get_models(), key=lambda table: table._meta.label):
        if other in PAST or any(column.name == "pgh_id" for column in other._meta.fields):
            continue
        columns = tuple(column.attname for column in other._meta.concrete_fields if column.related_model is model)
        if columns:
            found.append(Table(other, columns, Q(), tuple(_rules(other, columns))))
        found += _generic(other, model)
    return tuple(found)


def _generic(other: type[Model], model: type[Model]) -> Iterator[Table]:
    for link in other._meta.private_fields:
        if isinstance(link, GenericForeignKey):
            kind = ContentType.objects.get_for_model(model)
            columns = (link.fk_field,)
            yield Table(other, columns, Q(**{link.ct_field: kind}), tuple(_rules(other, columns)))


def _rules(other: type[Model], columns: tuple[str, ...]) -> Iterator[Rule]:
    """The rules of uniqueness that a change of these columns may break."""
    for column in other._meta.concrete_fields:
        if column.unique and column.attname in columns:
            yield Rule((column.attname,))
    for rule in other._meta.constraints:
        if isinstance(rule, UniqueConstraint) and rule.fields:
            names = tuple(other._meta.get_field(name).attname for name in rule.fields)  # type: ignore[union-attr]
            if not set(names).isdisjoint(columns):
                yield Rule(names, rule.condition or Q(), rule.nulls_distinct is False)


def collisions(table: Table, loser: int, winner: int) -> dict[Any, Any]:
    """The rows of the loser that would say what a row of the winner says already: each with the one that stays."""
    found: dict[Any, Any] = {}
    moving = set(table.pointing_at(loser).values_list("pk", flat=True))
    for rule in table.rules if moving else ():
        standing = table.pointing_at(winner).filter(rule.condition).exclude(pk__in=moving)
        taken = {tuple(key): pk for pk, *key in standing.values_list("pk", *rule.names)}
        for pk, *key in table.pointing_at(loser).filter(rule.condition).values_list("pk", *rule.names):
            moved = tuple(
                winner if name in table.columns and value == loser else value
                for name, value in zip(rule.names, key, strict=True)
            )
            if rule.nulls_collide or None not in moved:
                stays = taken.setdefault(moved, pk)
                if stays != pk:
                    found[pk] = stays
    return found
