"""Deleting: what others rest on stays, and the refusal names them."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model

NAMED = 5


def resting_on(rows: Iterable[Any]) -> list[Model]:
    """The records that rest on these rows and keep them from being deleted."""
    objects = list(rows)
    if not objects:
        return []
    collector = NestedObjects(using=router.db_for_write(type(objects[0])), origin=objects)
    collector.collect(objects)
    return sorted(collector.protected, key=lambda row: (str(row._meta.verbose_name), str(row)))


def refusal(rows: Iterable[Any]) -> str:
    """Why these rows cannot be deleted, in a sentence that names what rests on them; empty when they can."""
    objects = list(rows)
    for row in objects:
        if not has_initial_status(row):
            return (
                f"« {row} » ne peut pas être supprimé : son statut est « {row.get_status_display()} ». "
                "Une fiche entrée dans le circuit de validation se renvoie ou s’archive, elle ne se supprime pas."
            )
    if not (dependants := resting_on(objects)):
        return ""
    named = ", ".join(f"{row._meta.verbose_name} « {row} »" for row in dependants[:NAMED])
    others = len(dependants) - NAMED
    more = f" et {others} autre{'s' if others > 1 else ''}" if others > 0 else ""
    what = (
        f"« {objects[0]} » ne peut pas être supprimé" if len(objects) == 1 else "Ces fiches ne peuvent être supprimées"
    )
    return f"{what} : en dépendent {named}{more}. Supprimez ou rattachez ailleurs ces éléments d’abord."


def has_initial_status(row: Any) -> bool:
    """Whether a row never entered its workflow, or has none."""
    if not hasattr(row, "status"):
        return True
    return bool(row.status == type(row)._meta.get_field("status").default)
