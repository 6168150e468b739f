"""When a candidate may be named, as the database is asked: the same rule as `Thesis.public_candidate`."""

from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from ..enums import ThesisResult, ThesisState


def may_be_named(today: Any = None) -> Q:
    """Theses whose candidate may be named: after a defence with success, or on a recorded ground.

    `today` may be an expression, for a query that is worded once.
    """
    passed = Q(state=ThesisState.DEFENDED, defended_on__lte=today or localdate()) & ~Q(result=ThesisResult.REFERRED)
    return passed | Q(name_is_public=True)
