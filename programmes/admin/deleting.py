"""Deleting: what others rest on stays, and the refusal names them."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import NestedObjects, unquote
from django.db import IntegrityError, router, transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import redirect

from .. import refusals
from .addresses import change_page

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


class DeletionAdmin(admin.ModelAdmin):
    """Mixed into every page of records: how they are deleted."""

    actions: Any = ("delete_selected",)

    # -- deleting

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Delete a record, unless others rest on it."""
        record: Any = self.get_object(request, unquote(object_id))
        may_ask = record is not None and self.has_delete_permission(request, record)
        if may_ask and (why := refusal([record])):
            messages.error(request, why)
            return redirect(change_page(record))
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
            return redirect(change_page(record))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and check at once."""
        super().delete_model(request, obj)
        refusals.check_now()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete several, and check at once."""
        super().delete_queryset(request, queryset)
        refusals.check_now()

    @admin.action(permissions=["delete"], description="Supprimer les fiches choisies")
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Delete several records, unless others rest on one of them."""
        if why := refusal(queryset):
            messages.error(request, why)
            return None
        try:
            with transaction.atomic():
                return delete_selected(self, request, queryset)
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
            return None
