"""Which rows are marked as invented, in every table of every app, and which real rows rest on them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, Model, Q, QuerySet
from pghistory.models import Event

from ..models.trail import About


def marked() -> list[type[Model]]:
    """The tables whose rows bear the mark, without those of the trail."""
    return [model for model in _with_mark() if not issubclass(model, Event)]


def trails() -> list[type[Model]]:
    """The tables of the trail; a row of the trail keeps the mark of what it tells of."""
    return [model for model in _with_mark() if issubclass(model, Event)]


def _with_mark() -> Iterator[type[Model]]:
    return (model for model in apps.get_models() if any(field.name == "is_demo" for field in model._meta.fields))


def invented(model: type[Model]) -> QuerySet[Any]:
    """The rows of a table that bear the mark."""
    return model._base_manager.filter(is_demo=True)


class Marks:
    """The invented rows of the base, looked up once."""

    def __init__(self) -> None:
        numbers = {model: list(invented(model).values_list("pk", flat=True)) for model in marked()}
        self._numbers = {model: found for model, found in numbers.items() if found}

    def about(self, model: Any) -> Q:
        """Rows of a table that are about an invented record of any kind."""
        found, to_number = Q(pk__in=[]), model._meta.get_field("object_id").to_python
        for record, numbers in self._numbers.items():
            kind = ContentType.objects.get_for_model(record)
            found |= Q(content_type=kind, object_id__in=[to_number(number) for number in numbers])
        return found

    def held(self) -> Iterator[str]:
        """Real rows that rest on an invented one, each with what it rests on, in words."""
        model: Any
        for model in marked():
            names = [field.name for field in model._meta.concrete_fields if self._leads_to_a_mark(field)]
            resting = Q(pk__in=[])
            for name in names:
                resting |= Q(**{f"{name}__is_demo": True})
            real = model._base_manager.filter(is_demo=False)
            for row in real.filter(resting).select_related(*names) if names else ():
                yield from (_words(row, to) for name in names if (to := getattr(row, name)) and to.is_demo)
            if issubclass(model, About):
                yield from (_words(row, row.record) for row in real.filter(self.about(model)))

    def _leads_to_a_mark(self, field: Any) -> bool:
        return isinstance(field, ForeignKey) and field.related_model in self._numbers


def _words(row: Model, rests_on: Any) -> str:
    kinds = row._meta.verbose_name, rests_on._meta.verbose_name
    return f"{kinds[0]} «\u00a0{row}\u00a0», qui repose sur {kinds[1]} «\u00a0{rests_on}\u00a0»"
