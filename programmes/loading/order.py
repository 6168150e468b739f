"""In which order entries are loaded, so that what they refer to is there first, whatever the order of the files."""

from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import Model

from .directory import Directory, record_model
from .entries import Entry
from .errors import LoadError, Unknown
from .keys import Key, natural_key


def by_table(entries: list[Entry]) -> Iterator[tuple[type[Model], list[Entry]]]:
    """The entries of each table, tables that others refer to first; the tables of the apps form no ring."""
    tables: dict[type[Model], list[Entry]] = defaultdict(list)
    for entry in entries:
        tables[entry.model].append(entry)
    graph = {model: _needed(model, found) & tables.keys() - {model} for model, found in tables.items()}
    for model in TopologicalSorter(graph).static_order():
        yield model, tables[model]


def _needed(model: type[Model], entries: list[Entry]) -> set[type[Model]]:
    needed = {field.related_model for field in model._meta.concrete_fields if field.remote_field}
    for field in model._meta.private_fields:
        if isinstance(field, GenericForeignKey):
            needed |= {_record_model(entry, field.name) for entry in entries if field.name in entry.values}
    return needed  # type: ignore[return-value]


def _record_model(entry: Entry, name: str) -> type[Model]:
    try:
        return record_model(entry.values[name])
    except Unknown as failure:
        raise LoadError(f"{entry.place}, champ {name}\u00a0: {failure}.") from failure


def in_waves(model: type[Model], entries: list[Entry], directory: Directory) -> Iterator[list[Entry]]:
    """The entries of one table, those that others of the same table refer to first."""
    own = [field.name for field in model._meta.concrete_fields if field.related_model is model]
    if not own:
        yield entries
        return
    named = defaultdict(list)
    for entry in entries:
        named[_key(entry, directory)].append(entry)
    sorter = TopologicalSorter({entry: _waits_for(entry, own, named, directory) for entry in entries})
    try:
        sorter.prepare()
    except CycleError as failure:
        names = ", ".join(entry.place for entry in failure.args[1])
        raise LoadError(f"Ces fiches se renvoient l’une à l’autre\u00a0: {names}.") from failure
    while sorter.is_active():
        ready = sorter.get_ready()
        yield list(ready)
        sorter.done(*ready)


def _key(entry: Entry, directory: Directory) -> Key:
    written = {name: entry.values.get(name) for name in natural_key(entry.model)}
    return directory.key(entry.model, written)


def _waits_for(entry: Entry, own: list[str], named: dict[Key, list[Entry]], directory: Directory) -> list[Entry]:
    """The entries of the same table that this one refers to, or is nested in."""
    written = [entry.values[name] for name in own if entry.values.get(name) is not None]
    keys = [directory.key(entry.model, one) for one in written if not isinstance(one, dict)]
    parents = [entry.parent] if entry.parent and entry.parent.model is entry.model else []
    return parents + [target for key in keys for target in named.get(key, ())]
