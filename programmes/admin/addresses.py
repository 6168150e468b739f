"""Addresses inside the administration."""

from django.db.models import Model
from django.urls import reverse


def change_page(record: Model) -> str:
    """The page of a record."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=(record.pk,))
