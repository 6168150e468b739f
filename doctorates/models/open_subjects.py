"""Subjects of theses that look for a candidate."""

from typing import Any

from django.db.models import QuerySet

from programmes.enums import RecordStatus

from ..enums import ThesisState
from .theses import Thesis


def open_subjects(viewer: Any) -> QuerySet[Thesis]:
    """Subjects that a person published, that a vote retained, without a candidate; the latest first.

    Such a thesis has no page of its own yet: the same visibility as any record, before the states that have one. One
    that is only filed or ranked is between the partners.
    """
    del viewer  # everybody sees the same
    rows = Thesis.objects.filter(status=RecordStatus.PUBLISHED, title_is_public=True, state=ThesisState.SELECTED)
    return rows.filter(candidate__isnull=True).select_related("laboratory").order_by("-pk")
