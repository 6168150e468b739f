"""Which row a natural key names: in the base now, or once there and since changed or deleted by somebody."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model

from .errors import Gone, Unknown
from .keys import Key, key_fields, key_of, natural_key


class Directory:
    """The rows met by a load, each under its natural key; None stands for a row that somebody deleted."""

    def __init__(self) -> None:
        self._rows: dict[type[Model], dict[Key, Model | None]] = defaultdict(dict)
        self._never_there: dict[type[Model], set[Key]] = defaultdict(set)

    def read(self, model: type[Model], keys: Iterable[Key]) -> None:
        """Look these keys up: two queries at most when all are there, whatever their number."""
        wanted = set(keys) - self._rows[model].keys() - self._never_there[model]
        if not wanted:
            return
        known = self._rows[model]
        found = {key_of(row): row for row in model._base_manager.filter(**_among(model, wanted))}
        known.update({key: found[key] for key in wanted & found.keys()})
        if missing := wanted - found.keys():
            known.update(_once_there(model, missing))
        self._never_there[model] |= wanted - known.keys()

    def find(self, model: type[Model], key: Key) -> Model | None:
        """The row of this key; None when it was never there. Raises Gone when somebody deleted it."""
        self.read(model, [key])
        row = self._rows[model].get(key)
        if row is None and key in self._rows[model]:
            raise Gone
        return row

    def add(self, row: Model) -> None:
        """Remember a row that was just created."""
        self._rows[type(row)][key_of(row)] = row

    def resolve(self, model: type[Model], written: Any) -> Model:
        """The row that a file names, by one word or a table. Raises Unknown, or Gone."""
        row = self.find(model, self.key(model, written))
        if row is None:
            raise Unknown(f"aucune fiche de la table «\u00a0{model._meta.label_lower}\u00a0» ne répond à {written!r}")
        return row

    def key(self, model: type[Model], written: Any) -> Key:
        """The natural key that a file writes. Raises Unknown when its fields are not those of the table's key."""
        names = natural_key(model)
        table = written if isinstance(written, dict) else {names[0]: written}
        needed = {field.name for field in key_fields(model) if not field.null}
        if not needed <= table.keys() <= set(names):
            raise Unknown(f"{written!r} ne désigne pas une fiche, il faut indiquer\u00a0: {', '.join(names)}")
        return tuple(self._value(field, table.get(field.name)) for field in key_fields(model))

    def _value(self, field: Field, written: Any) -> Any:
        if written is not None and field.remote_field:
            return self.resolve(field.related_model, written).pk  # type: ignore[arg-type]
        return field.to_python(written)

    def resolve_record(self, written: Any) -> tuple[ContentType, Model]:
        """The record of any table that a remark is about: {model = "projects.project", reference = "…"}."""
        model = record_model(written)
        row = self.resolve(model, {name: value for name, value in written.items() if name != "model"})
        return ContentType.objects.get_for_model(model), row


def record_model(written: Any) -> type[Model]:
    """The table of the record that a remark is about. Raises Unknown when the file names none."""
    try:
        return apps.get_model(written["model"])
    except (LookupError, ValueError, TypeError) as failure:
        example = '{model = "projects.project", reference = "…"}'
        raise Unknown(f"{written!r} ne désigne pas une fiche, il faut la table et la clé comme {example}") from failure


def _among(model: type[Model], keys: set[Key]) -> dict[str, set[object]]:
    """A filter that holds at least these keys, column by column."""
    columns = {field.attname: {key[n] for key in keys} for n, field in enumerate(key_fields(model))}
    return {f"{name}__in": values for name, values in columns.items() if None not in values}


def _once_there(model: type[Model], keys: set[Key]) -> dict[Key, Model | None]:
    """Of these keys, those that the trail has seen, with the row they named if it still stands."""
    trail = getattr(model, "history", None)
    if trail is None:
        return {}
    names = [field.attname for field in key_fields(model)]
    seen = trail.rel.related_model._base_manager.filter(**_among(model, keys)).order_by("pgh_id")
    rows = {tuple(key): pk for *key, pk in seen.values_list(*names, "pgh_obj_id") if tuple(key) in keys}
    standing = model._base_manager.in_bulk(rows.values())
    return {key: standing.get(pk) for key, pk in rows.items()}
