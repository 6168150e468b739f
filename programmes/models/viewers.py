"""Who looks at the public pages: visitors, and a member of staff who previews one record."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q

T = TypeVar("T")


class Visitor(AnonymousUser):
    """Anybody: every public page is made for such a one. What its frame asks is told, not left to be found missing."""

    is_preview = False


class Preview(Visitor):
    """A visitor to whom one more record is shown, as if it were published; everything else stays as it is.

    Handed to the public views in the place of their visitor, and by them to `visible_to`: there is no second way.
    `back` is the page of the record in the administration.
    """

    is_preview = True

    def __init__(self, record: Model, *, back: str) -> None:
        super().__init__()
        self.record, self.back = record, back

    def also_sees(self, model: type[Model]) -> Q:
        """The one row of that table that is shown besides the published ones."""
        return Q(pk=self.record.pk) if isinstance(self.record, model) else Q(pk__in=[])


def worded_for(viewer: object, word: Callable[[object], T]) -> T:
    """Queries in the words for this viewer: all visitors see the same, so that theirs are worded once a process."""
    return word(viewer) if hasattr(viewer, "also_sees") else _worded_for_visitors(word)


@cache
def _worded_for_visitors(word: Callable[[object], T]) -> T:
    return word(Visitor())
