"""Whose campaign it is: of those who read it, and of those who fill in one of its sheets, whatever their body."""

from typing import Any

from django.db.models import Q, QuerySet

from ..models import Campaign, User, YearlySheet, rights


def followed(rows: QuerySet[Campaign], user: User) -> QuerySet[Campaign]:
    """Among these campaigns, those of which somebody is told."""
    condition = Q(pk__in=rights.seen(Campaign.objects.all(), user).values("pk"))
    for kind in YearlySheet.__subclasses__():
        sheets: Any = kind._base_manager.all()
        condition |= Q(pk__in=rights.written(sheets, user).values("campaign"))
    return rows.filter(condition)
