"""What a merge would do, before anybody confirms it: rows that move, rows said twice, reasons not to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Model

from ..models.base import Record
from .links import Table, collisions, tables

NUMBERS = frozenset(
    {"DecimalField", "FloatField", "IntegerField", "BigIntegerField", "SmallIntegerField"}
    | {"PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"}
)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What would become of the rows of one table."""

    label: str
    kept: int  # rows of the record kept
    moved: int
    absorbed: tuple[tuple[str, str], ...]  # a row that goes, and the one that says the same and stays


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a merge would do. `refusals`: sentences, none when it may be confirmed."""

    parts: tuple[Part, ...]
    refusals: tuple[str, ...]

    @property
    def is_better_reversed(self) -> bool:
        """Whether the other record has more links."""
        return sum(part.moved + len(part.absorbed) for part in self.parts) > sum(part.kept for part in self.parts)


def plan(winner: Any, loser: Any) -> Plan:
    """Look at every row that would move; nothing is written."""
    refusals = first_refusals(winner, loser)
    if refusals:
        return Plan(parts=(), refusals=tuple(refusals))
    parts = []
    for table in tables(type(winner)):
        own, number = (table.pointing_at(record.pk).count() for record in (winner, loser))
        if number or own:
            pairs = twice(table, collisions(table, loser.pk, winner.pk))
            refusals += [reason for row, stays in pairs for reason in refusals_to_absorb(table, row, stays)]
            absorbed = tuple((str(row), str(stays)) for row, stays in pairs)
            label = str(table.model._meta.verbose_name_plural)
            parts.append(Part(label=label, kept=own, moved=number - len(pairs), absorbed=absorbed))
    return Plan(parts=tuple(parts), refusals=tuple(refusals))


def better_kept(one: Any, other: Any) -> Any:
    """Which of two records to propose to keep: the published one, else the one with more links, else the older."""
    published = [record for record in (one, other) if getattr(record, "is_published", False)]
    if len(published) == 1:
        return published[0]
    first, second = sorted((one, other), key=lambda record: record.pk)
    return second if plan(first, second).is_better_reversed else first


def twice(table: Table, pairs: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """The rows of the loser that say what another says already, each with that one."""
    rows = table.rows.in_bulk({*pairs, *pairs.values()}) if pairs else {}
    return [(rows[gone], rows[stays]) for gone, stays in pairs.items()]


def first_refusals(winner: Any, loser: Any) -> list[str]:
    """Why these two cannot be one, from what they say themselves."""
    if winner.pk == loser.pk:
        return ["Choisissez deux fiches différentes."]
    if gone := next((record for record in (winner, loser) if record.merged_into_id), None):
        return [f"« {gone} » est déjà fusionnée dans « {gone.merged_into} »."]
    found = []
    if winner.is_demo != loser.is_demo:
        found.append("Une fiche inventée pour la démonstration et une fiche réelle ne se fusionnent pas.")
    if isinstance(winner, Record) and loser.status == "published" and not winner.is_published:
        found.append(
            f"« {loser} » est sur le site et « {winner} » n’y est pas : "
            "gardez la fiche publiée, ou publiez l’autre d’abord."
        )
    return found + [
        f"« {winner} » a « {loser} » pour « {field.verbose_name} » : deux fiches ainsi liées ne sont pas la même. "
        "Corrigez ce lien d’abord si elles le sont."
        for field in type(winner)._meta.concrete_fields
        if field.related_model is type(winner) and getattr(winner, field.attname) == loser.pk
    ]


def refusals_to_absorb(table: Table, row: Any, stays: Any) -> list[str]:
    """Why a row that both sides have cannot be kept just once: figures differ, or other rows hang on it."""
    name = f"« {row} » ({table.model._meta.verbose_name})"
    found = []
    if figures := [field for field in figures_of(table.model) if differ(field, row, stays)]:
        labels = ", ".join(str(field.verbose_name) for field in figures)
        found.append(
            f"{name} est inscrit pour les deux fiches avec des chiffres différents ({labels}) : corrigez-en un d’abord."
        )
    if rests := resting_on(row):
        found.append(f"{name} est inscrit pour les deux fiches et porte : {', '.join(rests)}. Rattachez-les d’abord.")
    return found


def figures_of(model: type[Model]) -> list[Any]:
    """The columns that count something."""
    internal = {"version", "id", "object_id"}
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in internal and not field.is_relation and field.get_internal_type() in NUMBERS
    ]


def differ(field: Any, row: Any, stays: Any) -> bool:
    """Whether two rows count differently."""
    one, other = (getattr(found, field.attname) for found in (row, stays))
    return (Decimal(one) if one is not None else None) != (Decimal(other) if other is not None else None)


def resting_on(row: Model) -> list[str]:
    """The kinds of rows that hang on this one."""
    return [
        str(table.model._meta.verbose_name_plural) for table in tables(type(row)) if table.pointing_at(row.pk).exists()
    ]
