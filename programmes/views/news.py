"""News as an Atom feed, in the language of its address: what was published, defended, reported, opened."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from ..models import Edition, Stamp
from ..sections.news import MOST, moment
from ..sections.registry import all_sections
from ..templatetags.site import absolute
from ..templatetags.words import language
from .editions import shown_edition
from .public import ReadOnly

BACK = timedelta(days=5 * 365)  # how far back a new reader is told
BEGUN = "2021-09-21"  # the day since when these names are ours (RFC 4151)


def state_of(request: HttpRequest, **_arguments: object) -> str:
    """The mark of a file that says what is public today: another one as soon as anything changed."""
    words = (Stamp.objects.of_lists(), localdate().isoformat(), absolute(request, request.get_full_path()))
    return f'W/"{hashlib.sha256(" ".join(words).encode()).hexdigest()[:24]}"'


# For files that are made at each request: those who have them already get no byte, for one query.
told_once = method_decorator(condition(etag_func=state_of), name="dispatch")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of a feed; `key` names it for ever."""

    key: str
    title: str
    url: str
    at: datetime | None
    summary: str
    kind: str


@told_once
class NewsView(ReadOnly):
    """The latest news, the newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The feed of what this visitor may see."""
        since = localdate() - BACK
        entries = [
            Entry(
                key=one.key,
                title=f"{str(one.kind).capitalize()}\u00a0: {one.title}",
                url=absolute(request, one.url),
                at=one.at,
                summary=one.summary,
                kind=str(one.kind),
            )
            for section in all_sections()
            for one in section.news(since, request.user)
        ]
        return feed(
            request, "news", _("Actualités du registre"), reverse("programmes:home"), [*entries, *_reports(request)]
        )


def _reports(request: HttpRequest) -> Iterable[Entry]:
    """Editions of reports that everybody may read."""
    for row in Edition.objects.visible_to(request.user).latest_first()[:MOST]:
        edition, publication = shown_edition(row), getattr(row, "publication", None)
        if publication:
            yield Entry(
                key=f"edition-{row.report_id}-{row.number}",
                title=f"{edition.heading}, {_('édition')} {row.number}",
                url=absolute(request, edition.address),
                at=publication.published_at,
                summary=row.report.campaign.protocol.tr("short_title"),
                kind=_("rapport publié"),
            )


def feed(request: HttpRequest, key: str, title: str, page: str, entries: Iterable[Entry]) -> HttpResponse:
    """An Atom feed of these entries, the newest first; their identifiers never change."""
    spoken, host = language(), urlsplit(absolute(request, "/")).hostname or "localhost"
    oldest = moment(localdate() - BACK)
    written = Atom1Feed(
        title=f"{title} – {settings.SITE_NAME}",
        link=absolute(request, page),
        description=title,
        language=spoken,
        author_name=str(settings.SITE_NAME),
        feed_url=absolute(request, request.path),
        feed_guid=f"tag:{host},{BEGUN}:{key}/{spoken}",
    )
    for entry in sorted(entries, key=lambda one: (one.at or oldest, one.key), reverse=True)[:MOST]:
        at = entry.at or oldest
        guid = f"tag:{host},{BEGUN}:{entry.key}/{spoken}"
        written.add_item(
            entry.title,
            entry.url,
            escape(entry.summary),
            unique_id=guid,
            pubdate=at,
            updateddate=at,
            categories=[entry.kind],
        )
    return HttpResponse(written.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
