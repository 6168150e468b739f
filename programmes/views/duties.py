"""Pages that the law or good manners ask of a public site: accessibility, notices, help, security.txt."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from ..models import AccessibilityDeclaration, letters
from ..models.accessibility import Conformity
from ..models.stamps import shared_state
from ..sections import glossary
from ..templatetags.site import absolute
from ..templatetags.words import language
from .cards import Card
from .public import PublicPage

LISTS: Final = ("non_conformities", "burdens", "exempt", "technologies", "environment", "tools", "pages")
SECURITY_TERM: Final = timedelta(days=270)  # RFC 9116 wants less than a year; each reading counts anew


# What each page says of itself to networks and search engines.
TOLD: Final = {
    "accessibility": _("Où en est l’accessibilité de ce site, ce qui n’est pas encore accessible, à qui le signaler."),
    "help": _("Où trouver quoi dans le registre, comment chercher, citer, réutiliser et signaler une erreur."),
    "legal": _("Qui publie ce site, qui l’héberge, et à quelles conditions son contenu peut être réutilisé."),
    "privacy": _("Quelles données personnelles ce site garde, pourquoi, combien de temps, et quels sont vos droits."),
}


class ProseView(PublicPage, TemplateView):
    """A page of text, written once in each language rather than translated sentence by sentence."""

    page = ""

    def get_template_names(self) -> list[str]:
        """The text in the reader's language."""
        return [f"programmes/duties/{self.page}_{language()}.html"]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """What the installation says of itself; what it does not say is empty."""
        return super().get_context_data(**context) | {
            "publisher": settings.PUBLISHER_NAME,
            "publisher_address": settings.PUBLISHER_ADDRESS,
            "director": settings.PUBLICATION_DIRECTOR,
            "host": settings.HOST_NAME,
            "host_address": settings.HOST_ADDRESS,
            "contact_email": settings.CONTACT_EMAIL,
            "dpo": settings.DPO_CONTACT,
            "letters_kept": letters.KEPT_FOR.days // 30,
            "card": Card(description=str(TOLD[self.page])),
        }


class HelpView(ProseView):
    """How to find one's way, and what the words mean here."""

    page = "help"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The words of the report: the site uses the same."""
        return super().get_context_data(**context) | {"glossary": glossary.words()}


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A list of the declaration; its language when it is not the reader's."""

    rows: tuple[str, ...]
    language: str


class AccessibilityView(ProseView):
    """The declaration that stands today. Without one the page says what is true of a site that nobody audited."""

    page = "accessibility"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The declaration, its state in the words of the law, its lists."""
        found = AccessibilityDeclaration.objects.latest_on(timezone.localdate())
        return super().get_context_data(**context) | {
            "declaration": found,
            "conformity": found.conformity if found else Conformity.NONE,
            **{name: _lines(found, name) for name in LISTS if found},
        }


def _lines(declaration: AccessibilityDeclaration, field: str) -> Lines:
    return Lines(rows=tuple(declaration.lines(field)), language=declaration.language_of(field))


def conformity_word(request: HttpRequest) -> dict[str, Any]:
    """For the footer of every page: the state of conformity, in a word."""
    return {"conformity_word": SimpleLazyObject(lambda: _conformity(request).label)}


def _conformity(request: HttpRequest) -> Conformity:
    today, state = timezone.localdate(), getattr(request, "public_state", "")
    if not state:
        return AccessibilityDeclaration.objects.conformity_on(today)
    return known_conformity(today, shared_state(state))


@lru_cache(maxsize=16)
def known_conformity(day: date, _state: str) -> Conformity:
    """Asked of the base once a process for all pages that are made in the same state of what every page shows."""
    return AccessibilityDeclaration.objects.conformity_on(day)


@csrf_exempt
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness, as RFC 9116 writes it; the day it runs out moves with each reading."""
    with override("fr"):
        contact = settings.SECURITY_CONTACT or absolute(request, reverse("programmes:contact"))
    lines = (
        f"Contact: {contact}",
        f"Expires: {timezone.now() + SECURITY_TERM:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: fr, en",
        f"Canonical: {absolute(request, request.path)}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
