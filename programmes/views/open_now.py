"""What is open now: the page, its feed, its calendar for an agenda."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.generic import TemplateView

from ..models import Party, Protocol
from ..reminders import calendars
from ..sections.offers import Offer, by_deadline
from ..sections.registry import all_sections
from ..templatetags.offers import deadline
from ..templatetags.site import absolute
from ..templatetags.words import language
from .cards import Card
from .news import Entry, feed, told_once
from .public import PublicPage, ReadOnly

LEAD = gettext_noop(
    "Appels, sujets de thèse, accueils de chercheurs, temps d’instrument\u00a0: ce que les partenaires ouvrent à des "
    "personnes et à des équipes extérieures."
)


def all_offers(viewer: Any) -> list[Offer]:
    """What every section offers, now or later, the first deadline first."""
    today = localdate()
    return by_deadline(offer for section in all_sections() for offer in section.offers(today, viewer))


def open_offers(viewer: Any) -> list[Offer]:
    """What one can apply for today."""
    today = localdate()
    return [offer for offer in all_offers(viewer) if offer.is_open_on(today)]


def brief(viewer: Any) -> dict[str, Any]:
    """The first deadlines, for the home page."""
    return {"offers": open_offers(viewer)[:3], "today": localdate()}


class OpenView(PublicPage, TemplateView):
    """What one can apply for or ask for today; when there is nothing, when the next is expected."""

    template_name = "programmes/open.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """What is open by deadline, what opens later; whom to ask when neither is known."""
        today, offers = localdate(), all_offers(self.request.user)
        now = [offer for offer in offers if offer.is_open_on(today)]
        later = [offer for offer in offers if offer.is_to_come_on(today)]
        return super().get_context_data(**context) | {
            "offers": now,
            "later": sorted(later, key=lambda offer: offer.opens_on or today),
            "partners": [] if offers else self._partners(),
            "today": today,
            "card": Card(title=_("À saisir en ce moment"), description=_(LEAD), page="CollectionPage"),
            "has_demo": any(offer.is_demo for offer in offers),
        }

    def _partners(self) -> list[Party]:
        protocol = Protocol.objects.visible_to(self.request.user).latest_first().first()
        return list(protocol.parties.select_related("organisation").order_by("rank")) if protocol else []


@told_once
class OpenFeedView(ReadOnly):
    """The same as a feed: an entry for each thing that is open."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The feed, in the language of its address."""
        entries = [
            Entry(
                key=offer.key,
                title=offer.title,
                url=absolute(request, offer.url),
                at=offer.published_at,
                summary=". ".join(filter(None, (told(offer), deadline(offer)))),
                kind=str(offer.kind.label),
            )
            for offer in open_offers(request.user)
        ]
        return feed(request, "open", _("À saisir en ce moment"), reverse("programmes:open"), entries)


@told_once
class OpenCalendarView(ReadOnly):
    """The deadlines, and the openings to come, as a calendar."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The file, for an agenda that comes back to read it."""
        today, events = localdate(), []
        for offer in all_offers(request.user):
            address = absolute(request, offer.url)
            if offer.closes_on:
                words = _("Dernier jour\u00a0: %(title)s") % {"title": offer.title}
                events.append(_event(offer, "closes", offer.closes_on, words, address))
            if offer.opens_on and offer.is_to_come_on(today):
                words = _("Ouverture\u00a0: %(title)s") % {"title": offer.title}
                events.append(_event(offer, "opens", offer.opens_on, words, address))
        name = f"{_('À saisir en ce moment')}, {settings.SITE_NAME}"
        file = calendars.file_of(events, name, f"open-{language()}", language())
        headers = {"Content-Disposition": 'inline; filename="agenda.ics"'}
        return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def _event(offer: Offer, what: str, on: Any, words: str, address: str) -> Any:
    description = f"{told(offer)}\n{address}".strip()
    return calendars.day_event(f"{offer.key}-{what}-{language()}", offer.version, on, words, description, address)


def told(offer: Offer) -> str:
    """For whom, where and how, in a line."""
    return ", ".join(filter(None, (str(offer.kind.label), offer.where, offer.audience, offer.how)))
