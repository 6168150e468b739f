"""Whose rows: pages, lists, choices, filters and saves of the administration ask the home of rights."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.filters import FieldListFilter
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model, Q, QuerySet
from django.http import HttpRequest

from ..models import User, rights
from ..roles import TableKind

GIVEN_BY_ANOTHER = "Ce montant appartient à la partie qui le donne\u00a0: vous pouvez le lire, pas l’écrire."
NOT_YOURS = (
    "Telle que vous l’avez saisie, cette fiche n’est pas de celles que vous pouvez écrire\u00a0: rien n’est enregistré."
)


class RightsAdmin(admin.ModelAdmin):
    """Mixed into every page of records: the role gives the verbs, the home of rights gives the rows."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows that this person may read: lists, searches, autocompletion, files and single pages start here."""
        return rights.seen(super().get_queryset(request), request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether this person may read the table, or this row."""
        return super().has_view_permission(request, obj) and (obj is None or rights.may_see(request.user, obj))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether this person may change rows of the table, or this row."""
        return super().has_change_permission(request, obj) and (obj is None or rights.may_write(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether this person may delete rows of the table, or this row."""
        return super().has_delete_permission(request, obj) and (obj is None or rights.may_write(request.user, obj))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save; a new record is its author's. Raise ValidationError when what was typed belongs to others.

        The refusal comes back in the form: nothing is kept, nothing typed is lost.
        """
        owned = [formset for formset in formsets if formset.model.belongs.givers]
        for formset in owned:
            check_written(request.user, (row.instance for row in formset.forms if row.instance.pk and is_touched(row)))
        super().save_related(request, form, formsets, change)
        for formset in owned:
            check_written(request.user, [*formset.new_objects, *(row for row, _fields in formset.changed_objects)])
        if change or not rights.keep_for_author(request.user, form.instance):
            check_written(request.user, [form.instance])


def is_touched(form: Any) -> bool:
    """Whether a row of a table was changed or struck out."""
    return bool(form.has_changed() or (form.cleaned_data or {}).get("DELETE"))


def check_written(user: Any, rows: Iterable[Model]) -> None:
    """Raise ValidationError unless this person may write each of these rows of one table, as the database has them."""
    asked = list(rows)
    if not asked:
        return
    model: Any = type(asked[0])
    found = rights.written(model._base_manager.filter(pk__in=[row.pk for row in asked]), user)
    if found.count() != len(asked):
        raise ValidationError(GIVEN_BY_ANOTHER if model.belongs.kind == TableKind.MONEY else NOT_YOURS)


def choices(page: Any, field: ForeignKey, request: HttpRequest) -> QuerySet[Any]:
    """What a link may lead to: rows that this person sees, and those to which the rows at hand lead already.

    An account is chosen among all by those who see accounts; the others may name themselves.
    """
    related: Any = field.related_model
    rows = named_rows(page.admin_site, related, request)
    condition = rights.reach_of(request.user).seen(related)
    if condition is rights.EVERY:
        return rows
    held = page.rows_at_hand(request).values(field.attname)
    own = Q(pk=request.user.pk) if related is User else rights.NONE
    return rows.filter(condition | Q(pk__in=held) | own)


def named_rows(site: Any, model: type[Model], request: HttpRequest) -> QuerySet[Any]:
    """Every row of a table, whoever asks, with what its name needs: for names, never for lists."""
    if site.is_registered(model):
        found: Any = site.get_model_admin(model)
        rows: QuerySet[Any] = found.named_rows(request)
        return rows
    return model._default_manager.all()


class SeenFilter(admin.RelatedFieldListFilter):
    """The choices of a filter by a link: rows that this person sees."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        """Names and numbers of the rows that may be chosen."""
        rows = rights.seen(field.related_model._default_manager.all(), request.user)
        ordering = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to={"pk__in": rows.values("pk")})


FieldListFilter.register(
    lambda field: bool(field.remote_field) and hasattr(field.related_model, "belongs"), SeenFilter, take_priority=True
)
