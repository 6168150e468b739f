"""The columns that the list of a table offers: those of its import, what its links are called, what else it holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse

from ..cells import Cell, Kind
from ..models.tracking import is_kept
from ..resources import RecordResource, all_kinds
from ..resources.columns import column_of
from ..resources.widgets import ChoiceWidget
from ..spreadsheets import plain

LINK = "Fiche"
NAMES = ("full_name", "label", "name", "title", "purpose", "value", "year", "number", "held_on")
ABOUT = frozenset({"content_type", "object_id"})
UNUSUAL = frozenset({"is_demo", "slug"})
WITHOUT_COLUMN = (models.JSONField, models.FileField, models.GeneratedField, models.BinaryField)


@dataclass(frozen=True)
class Offer:
    """A column that may be chosen, and whether it is ticked to begin with."""

    cell: Cell
    is_usual: bool

    @property
    def heading(self) -> str:
        """Its heading, which names it."""
        return self.cell.heading


def offer(model: type[models.Model]) -> list[Offer]:
    """The columns of a table, in order; the first ones are those that an import reads again."""
    resource = next((kind() for kind in all_kinds().values() if kind._meta.model is model), None)
    offers = [Offer(cell, is_usual=True) for cell in resource.cells()] if resource else []
    read = headings_read(resource)
    covered = {column.attribute for column in resource.columns} if resource else set()
    for field in filter(has_column, model._meta.concrete_fields):
        is_covered = field.attname in covered
        is_usual = is_covered or field.name == "status" or (resource is None and field.name not in UNUSUAL)
        cells = names_of(field) if is_covered else cells_of(field)
        offers += [Offer(apart(cell, read), is_usual) for cell in cells]
    return list({one.heading: one for one in reversed(offers)}.values())[::-1]


def link_of(model: type[models.Model]) -> Cell:
    """The address of the record's own page, with which each line ends."""
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=(0,))
    before, after = f"{settings.SITE_URL.rstrip('/')}{page}".rsplit("/0/", 1)
    address = Concat(Value(f"{before}/"), Cast("pk", CharField()), Value(f"/{after}"), output_field=CharField())
    return Cell(LINK, address)


def headings_read(resource: RecordResource | None) -> frozenset[str]:
    """Every heading that an import of this table knows, in its plain form."""
    columns = resource.all_columns if resource else ()
    return frozenset[str]().union(*(column.known_as for column in columns))


def has_column(field: Any) -> bool:
    """Whether a column may be told: no secret, nothing that only the machine reads."""
    is_for_machines = field.primary_key or field.name == "version" or isinstance(field, WITHOUT_COLUMN)
    return not is_for_machines and is_kept(field)


def cells_of(field: Any) -> Iterator[Cell]:
    """A column that no import reads: a value, or the reference and the name of a record."""
    heading = heading_of(field)
    if field.name in ABOUT:
        yield about(field)
    elif isinstance(field, models.ForeignKey):
        if "reference" in names_in(field.related_model):
            yield Cell(heading, F(f"{field.name}__reference"))
        yield from names_of(field)
    elif isinstance(field, models.DateTimeField):
        yield Cell(heading, F(field.attname), Kind.MOMENT)
    else:
        yield column_of(field.model, field.name).cell()


def about(field: Any) -> Cell:
    """What a row about a record of any kind is about."""
    if field.name == "object_id":
        return Cell("Numéro de la fiche", F("object_id"), Kind.NUMBER)
    kinds = ContentType.objects.get_for_models(*apps.get_models()).values()
    words = ChoiceWidget([(str(kind.pk), kind.name) for kind in kinds])
    return Cell("Nature de la fiche", words.told("content_type"))


def names_of(field: Any) -> Iterator[Cell]:
    """What the record of a link is called; nothing for a column that is no link."""
    if isinstance(field, models.ForeignKey) and field.name not in ABOUT:
        yield Cell(f"{heading_of(field)}, nom", Cast(name_of(field.related_model, f"{field.name}__"), CharField()))


def name_of(model: Any, path: str) -> Any:
    """What a record is called, as the database can say it: by its own columns, else by the record it hangs on."""
    held = names_in(model)
    if "family_name" in held:
        return Concat(f"{path}given_name", Value(" "), f"{path}family_name")
    if {"acronym", "name"} <= held:
        return Coalesce(NullIf(f"{path}acronym", Value("")), f"{path}name")
    own = next((name for name in NAMES if name in held), None)
    if own:
        return F(f"{path}{own}")
    hung_on = next((name for name in ("organisation", "campaign") if name in held), None)
    return name_of(model._meta.get_field(hung_on).related_model, f"{path}{hung_on}__") if hung_on else F(f"{path}pk")


def names_in(model: Any) -> set[str]:
    """The columns of a table."""
    return {field.name for field in model._meta.fields}


def heading_of(field: Any) -> str:
    """The heading of a column."""
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def apart(cell: Cell, read: frozenset[str]) -> Cell:
    """A column that an import does not read bears no heading that it would know."""
    return replace(cell, heading=f"{cell.heading}, pour mémoire") if plain(cell.heading) in read else cell
