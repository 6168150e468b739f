"""What happened that outsiders may want to know: one entry of the feed, whatever the section."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, Model, OuterRef, Subquery
from django.utils.functional import Promise
from django.utils.timezone import make_aware

from ..enums import RecordStatus
from ..models import StatusChange

MOST = 50  # entries that a section gives, the latest ones


@dataclass(frozen=True, kw_only=True)
class News:
    """An entry: `key` names it for ever; `at` is when it happened, or when it was first published."""

    key: str
    kind: str | Promise
    title: str
    url: str
    at: datetime
    summary: str = ""
    is_demo: bool = False


def moment(day: date) -> datetime:
    """The beginning of a day, for what is known to the day."""
    return make_aware(datetime.combine(day, time.min))


def first_published(model: type[Model]) -> Subquery:
    """When a record was published for the first time."""
    changes = StatusChange.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id=OuterRef("pk"), new=RecordStatus.PUBLISHED
    )
    return Subquery(changes.order_by().values("object_id").annotate(first=Min("made_at")).values("first"))
