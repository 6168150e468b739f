"""What outsiders can apply for or ask for, now or later: one line whatever the section."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferKind(models.TextChoices):
    """What is offered."""

    CALL = "call", _("appel")
    SUBJECT = "subject", _("sujet de thèse")
    FELLOWSHIP = "fellowship", _("accueil de chercheurs")
    INSTRUMENT = "instrument", _("temps d’instrument")


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Something to apply for. `key` names it for ever, `version` counts its changes; `language` as in `Line`.

    What has a page of its own says there what it is; of what has none, `text` says it here. `where` is whose it is,
    `host` the address of their page, `contact` where to write.
    An unknown date stays None: an offer without any date is open as long as it is published.
    """

    key: str
    kind: OfferKind
    title: str
    url: str
    version: int
    language: str = ""
    audience: str = ""
    audience_language: str = ""
    how: str = ""
    how_language: str = ""
    apply_url: str = ""
    where: str = ""
    where_language: str = ""
    host: str = ""
    contact: str = ""
    text: str = ""
    text_language: str = ""
    has_page: bool = True
    opens_on: date | None = None
    closes_on: date | None = None
    published_at: datetime | None = None
    is_demo: bool = False

    def is_open_on(self, day: date) -> bool:
        """Whether one can apply on a day."""
        return not self.is_to_come_on(day) and not (self.closes_on and self.closes_on < day)

    def is_to_come_on(self, day: date) -> bool:
        """Whether it opens later."""
        return self.opens_on is not None and self.opens_on > day

    def days_left(self, day: date) -> int | None:
        """How many days are left to apply; None without a deadline."""
        return (self.closes_on - day).days if self.closes_on else None


def by_deadline(offers: Iterable[Offer]) -> list[Offer]:
    """The first deadline first; those without one close the list."""
    return sorted(offers, key=lambda offer: (offer.closes_on or date.max, offer.title))
