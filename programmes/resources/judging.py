"""What one line can break, judged in Python: fields, required cells, rules of the table, values already taken."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from tablib import Dataset

from .columns import Column
from .rules import judges

Faults = dict[str, list[str]]


class Judging:
    """The judge of the lines of one file."""

    def __init__(self, model: type[Model], present: list[Column], columns: list[Column]) -> None:
        self.model, self.present, self.columns = model, present, columns
        self.rules = judges(model)
        own = {str(column.attribute) for column in present}
        self.unchecked = {field.name for field in model._meta.fields if field.is_relation or field.name not in own}
        self.unique = [
            column for column in present if column.attribute != "reference" and self._is_unique(str(column.attribute))
        ]
        self.taken: dict[str, dict[Any, Any]] = {}
        self.seen: dict[tuple[Any, ...], int] = {}

    def _is_unique(self, attribute: str) -> bool:
        return any(field.attname == attribute and field.unique for field in self.model._meta.concrete_fields)

    def load(self, dataset: Dataset) -> None:
        """Read who bears the values of unique columns already."""
        for column in self.unique:
            cells = (cell for cell in dataset[column.heading] if cell not in ("", None))
            values = {value for cell in cells if (value := self._value(column, cell))}
            rows = self.model._base_manager.filter(**{f"{column.attribute}__in": values}) if values else None
            taken = rows.values_list(str(column.attribute), "pk") if rows is not None else ()
            self.taken[str(column.attribute)] = dict(taken)

    def _value(self, column: Column, cell: Any) -> Any:
        try:
            return column.widget.clean(cell)
        except ValueError:
            return None

    def judge(
        self, instance: Any, faults: Faults, *, number: int, is_new: bool, key: tuple[Any, ...]
    ) -> None:  # fmt: skip
        """Add to the faults of a line."""
        self._required(instance, faults, is_new=is_new)
        try:
            instance.clean_fields(exclude=self.unchecked | faults.keys())
            instance.clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                faults.setdefault(name, []).extend(messages)
        if first := self.seen.get(key):
            faults.setdefault(NON_FIELD_ERRORS, []).append(f"même clé que la ligne {first}")
        self.seen.setdefault(key, number)
        if not faults:
            self._rules(instance, faults, -number if is_new else instance.pk)

    def _required(self, instance: Any, faults: Faults, *, is_new: bool) -> None:
        """Cells that must be filled; of a new record also the columns that the file lacks."""
        for column in self.columns if is_new else self.present:
            name = str(column.attribute)
            if column.required and name not in faults and getattr(instance, name) in ("", None):
                faults[name] = ["obligatoire" if column in self.present else "obligatoire pour une nouvelle fiche"]

    def _rules(self, instance: Any, faults: Faults, here: int) -> None:
        broken = [message for rule, message in self.rules if rule(instance) is False]
        if broken:
            faults[NON_FIELD_ERRORS] = broken
        for column in self.unique:
            name = str(column.attribute)
            value = getattr(instance, name)
            holder = self.taken[name].setdefault(value, here) if value else here
            if holder != here:
                where = f"à la ligne {-holder}" if holder < 0 else "par une autre fiche"
                faults.setdefault(name, []).append(f"«\u00a0{value}\u00a0» est déjà porté {where}")
