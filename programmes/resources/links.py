"""Cells that name another record: by reference, name, acronym or identifier, from memory after one query."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import F, Model, TextField
from django.db.models.functions import Cast, Coalesce

from ..models import Identifier
from ..models.base import Mergeable
from ..spreadsheets import plain
from .widgets import FrenchWidget

SUGGESTIONS = 100  # looking for what somebody meant takes time: not for a whole column of unknown names


class LinkWidget(FrenchWidget):
    """The number of the record that a cell names. `names` are columns, or several joined by a space."""

    def __init__(self, model: type[Model], *names: str, identified_by: str = "") -> None:
        super().__init__()
        self.model, self.names, self.identified_by = model, names, identified_by
        self.unknown = 0

    @cached_property
    def _rows(self) -> list[tuple[Any, ...]]:
        columns = list(dict.fromkeys(part for name in self.names for part in name.split()))
        rows = self.model._base_manager.order_by("pk").values_list("pk", *columns)
        if issubclass(self.model, Mergeable):  # a merged record names the one kept, which has the last word
            kept = Coalesce("merged_into", "pk")
            rows = rows.order_by(F("merged_into").asc(nulls_last=True), "pk").values_list(kept, *columns)
        spots = [[columns.index(part) + 1 for part in name.split()] for name in self.names]
        return [
            (row[0], *(" ".join(str(row[spot] or "") for spot in spot_list) for spot_list in spots)) for row in rows
        ]

    @cached_property
    def _holders(self) -> dict[str, set[int]]:
        """Who bears each name, in its plain form."""
        holders: dict[str, set[int]] = defaultdict(set)
        for row in self._rows:
            for name in row[1:]:
                if name.strip():
                    holders[plain(name)].add(row[0])
        if self.identified_by:
            known = Identifier.objects.filter(**{f"{self.identified_by}__isnull": False})
            for value, pk in known.values_list("value", f"{self.identified_by}_id"):
                holders[plain(value)].add(pk)
        for name, pk in self.names_beside():
            holders[name].add(pk)
        return holders

    def names_beside(self) -> Iterable[tuple[str, int]]:
        """Other plain names under which records are known."""
        return ()

    def announce(self, newcomers: dict[str, int]) -> None:
        """Records that the same file brings in, by reference: lines may name them before they are written."""
        self._by_reference.update(newcomers)
        self._shown.update({pk: reference for reference, pk in newcomers.items()})

    @cached_property
    def _by_reference(self) -> dict[str, int]:
        return {row[1]: row[0] for row in self._rows}

    @cached_property
    def _shown(self) -> dict[int, str]:
        """The first name that says something, the reference left aside when there is better."""
        return {row[0]: next((name for name in (*row[2:], row[1]) if name.strip()), "") for row in self._rows}

    def read(self, value: Any) -> int:
        """The record's number. Raises ValueError when nobody, or more than one, bears this name."""
        text = str(value).strip()
        if text in self._by_reference:
            return self._by_reference[text]
        found = self._holders.get(plain(text), set())
        if len(found) == 1:
            return next(iter(found))
        word = self.model._meta.verbose_name
        if found:
            raise ValueError(f"«\u00a0{text}\u00a0» désigne plusieurs fiches ({word})\u00a0: écrivez la référence")
        raise ValueError(f"«\u00a0{text}\u00a0» est inconnu ({word}){self._suggestion(text)}")

    def _suggestion(self, text: str) -> str:
        self.unknown += 1
        near = get_close_matches(plain(text), self._holders, n=1, cutoff=0.6) if self.unknown <= SUGGESTIONS else []
        return (
            f"\u202f; vouliez-vous dire «\u00a0{self._shown[next(iter(self._holders[near[0]]))]}\u00a0»\u202f?"
            if near
            else ""
        )

    def told(self, path: str) -> Any:
        """The key of the record: the one name that designates nobody else."""
        return Cast(F(f"{path.removesuffix('_id')}__{self.names[0]}"), TextField())

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """The name of the record."""
        return self._shown.get(value, "") if value else ""


def link_to(model: type[Model], widget: Any) -> LinkWidget | None:
    """The widget, when its cells name records of this very table."""
    return widget if isinstance(widget, LinkWidget) and widget.model is model else None


def reserved(model: type[Model], references: Sequence[str]) -> dict[str, int]:
    """Numbers that the database gives to nobody else, for records that are still to be written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, len(references)],
        )
        numbers = [row[0] for row in cursor.fetchall()]
    return dict(zip(references, numbers, strict=True))


def kept_of(row: Any) -> Any:
    """The record that a line is about: of a merged one, the one kept."""
    return (row.merged_into if isinstance(row, Mergeable) else None) or row


def own_reference(instance: Any, old: dict[Any, Any] | None) -> list[tuple[str, str, str]]:
    """Leave the kept record its reference when a line gives that of a merged one, and say so: heading, from, to."""
    if old is None or not isinstance(instance, Mergeable) or instance.reference == old["reference"]:  # type: ignore[attr-defined]
        return []
    given, instance.reference = instance.reference, old["reference"]  # type: ignore[attr-defined]
    return [("Fusion", given, f"{instance.reference} (fiche gardée)")]  # type: ignore[attr-defined]
