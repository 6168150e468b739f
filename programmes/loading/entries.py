"""Reading the files: each table of a file becomes an entry, nested tables become entries of their own."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import Model

from .errors import LoadError

# What the trail or the application writes by itself.
NOT_FROM_FILES = frozenset({"history"})
DRAFT = "draft"
SOURCE = "source"


@dataclass(frozen=True, eq=False)
class Entry:
    """One row as a file writes it. `place` names it in a sentence; `link` is the field that holds its parent."""

    model: type[Model]
    values: dict[str, Any]
    place: str
    parent: "Entry | None" = None
    link: str = ""

    @property
    def stays_draft(self) -> bool:
        """Whether the file asks not to publish it."""
        return bool(self.values.get(DRAFT))


def read(paths: Iterable[Path]) -> list[Entry]:
    """Every entry of these files. Raises LoadError naming the file and what is wrong in it."""
    return [entry for path in paths for entry in _entries(path)]


def _entries(path: Path) -> Iterator[Entry]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise LoadError(f"{path.name}\u00a0: ce fichier ne se lit pas ({failure}).") from failure
    source = content.pop(SOURCE, "")
    for app, tables in content.items():
        if not isinstance(tables, dict):
            raise LoadError(f"{path.name}\u00a0: «\u00a0{app}\u00a0» devrait être une table, par exemple [[{app}.…]].")
        for name, rows in tables.items():
            place = f"{path.name}, [[{app}.{name}]]"
            yield from _rows(_model(app, name, place), rows, place, source)


def _model(app: str, name: str, place: str) -> type[Model]:
    try:
        return apps.get_model(app, name)
    except LookupError as failure:
        raise LoadError(f"{place}\u00a0: cette table n’existe pas.") from failure


def _rows(
    model: type[Model], rows: Any, place: str, source: str, parent: Entry | None = None, link: str = ""
) -> Iterator[Entry]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LoadError(f"{place}\u00a0: une liste de tables est attendue (deux crochets de chaque côté).")
    nested, plain = _nested(model), _plain(model) - {link}
    for position, row in enumerate(rows, start=1):
        here = f"{place} n°\u00a0{position}{_title(row)}"
        if unknown := sorted(set(row) - plain - nested.keys() - {DRAFT}):
            known = ", ".join(sorted(plain | nested.keys()))
            raise LoadError(f"{here}, champ {unknown[0]}\u00a0: inconnu ici. Champs connus\u00a0: {known}.")
        inherited = {SOURCE: source} if source and SOURCE in plain else {}
        values = inherited | {name: row[name] for name in row if name not in nested}
        entry = Entry(model, values, here, parent, link)
        yield entry
        for name in nested.keys() & row.keys():
            related, field = nested[name]
            yield from _rows(related, row[name], f"{here}, [[{name}]]", values.get(SOURCE, source), entry, field)


def _title(row: dict[str, Any]) -> str:
    title = row.get("reference") or row.get("number") or row.get("email") or row.get("label")
    return f" «\u00a0{title}\u00a0»" if title else ""


def _nested(model: type[Model]) -> dict[str, tuple[type[Model], str]]:
    """The reverse relations that a file may nest: their name, their table and its field that points back."""
    return {
        str(relation.get_accessor_name()): (relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if not relation.hidden and relation.get_accessor_name() not in NOT_FROM_FILES
    }


def _plain(model: type[Model]) -> set[str]:
    """The fields that a file may give: those that people may edit. A status is never one of them."""
    columns = {field.name for field in model._meta.concrete_fields if field.editable and not field.primary_key}
    return columns | {field.name for field in model._meta.private_fields if isinstance(field, GenericForeignKey)}
