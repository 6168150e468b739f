"""Addresses of the administration, for those who must send staff there: by name, without importing it."""

from django.db.models import Model
from django.urls import reverse
from django.utils.http import urlencode


def change_page(record: Model) -> str:
    """The page of a record."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=(record.pk,))


def list_page(model: type[Model], **filters: str | int) -> str:
    """The list of a table, as filtered."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address
