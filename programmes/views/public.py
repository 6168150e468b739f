"""What makes a page public: everybody sees the same, and its stamps say whether it changed."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from django.views.generic import View

from ..models import Stamp


class ReadOnly(View):
    """A page or a file that takes no form: one sent to it is refused as such (405), not for want of a token (403)."""

    http_method_names = ("get", "head", "options")

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponseBase]:
        """The view. No token is asked of what it refuses anyway."""
        view: Any = super().as_view(**initkwargs)
        view.csrf_exempt = True
        return view


class PublicPage(ReadOnly):
    """A page that is the same for everybody: no session, no account, no token, nothing of who asks.

    Such a page is kept, and made again when its state differs (`middleware.keeping`). What it shows of the day is
    part of its key; what it shows of the query as well, if it says that it reads it.
    """

    reads_query: ClassVar[bool] = False

    @classmethod
    def state(cls, **_arguments: Any) -> str:
        """What differs as soon as something on the page changed, in one query. Here: anything public at all."""
        return Stamp.objects.of_lists()


class EditionPage(PublicPage):
    """A page of a frozen edition: it changes with the publications, and with what every page shows."""

    reads_query = True

    @classmethod
    def state(cls, **_arguments: Any) -> str:
        """What differs when an edition was published or withdrawn."""
        return Stamp.objects.of_everything()


class RecordPage(PublicPage):
    """The page of one record: what does not show on it does not change it.

    `found_by` gives the columns that find the record, each with its name in the address.
    """

    model: Any
    found_by: ClassVar[dict[str, str]] = {"slug": "slug"}

    @classmethod
    def state(cls, **arguments: Any) -> str:
        """What differs as soon as the record changed, or another one that its page shows."""
        columns = {column: arguments[name] for column, name in cls.found_by.items() if name in arguments}
        return Stamp.objects.of_record(cls.model, tuple(columns), columns.values())
