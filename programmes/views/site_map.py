"""The map of the site: every public page that has one address, and the records that few enough bear."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ..models import Commitment, Edition, Theme
from ..sections.related import Line
from .cards import Card
from .public import PublicPage
from .reports import shown_edition

Text = str | Promise

# Every page without a variable part; a test says when one is forgotten.
GROUPS: Final[tuple[tuple[Text, tuple[tuple[str, Text], ...]], ...]] = (
    (
        _("Le registre"),
        (
            ("programmes:home", _("Accueil")),
            ("programmes:protocol", _("Le protocole")),
            ("programmes:commitments", _("Les engagements")),
            ("programmes:themes", _("Les thèmes")),
            ("programmes:reports", _("Les rapports annuels")),
        ),
    ),
    (
        _("La recherche"),
        (
            ("programmes:search", _("Chercher partout")),
            ("projects:list", _("Les actions communes")),
            ("doctorates:list", _("Les thèses cofinancées")),
            ("programmes:laboratories", _("Les laboratoires")),
            ("programmes:open", _("À saisir en ce moment")),
            ("programmes:data", _("Données ouvertes")),
        ),
    ),
    (
        _("Ce site"),
        (
            ("programmes:help", _("Aide")),
            ("programmes:contact", _("Nous écrire")),
            ("programmes:accessibility", _("Accessibilité")),
            ("programmes:legal", _("Mentions légales")),
            ("programmes:privacy", _("Données personnelles")),
            ("programmes:site_map", _("Plan du site")),
        ),
    ),
)


TOLD: Final = _("Toutes les pages du site sur une seule, avec les engagements, les thèmes et les rapports.")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page, and the records below it."""

    label: Text
    address: str
    below: tuple[Line, ...] = ()


class SiteMapView(PublicPage, TemplateView):
    """Every page of the site, in the order of its menus."""

    template_name = "programmes/duties/site_map.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The groups of the footer, with the commitments, themes and reports that this visitor may see."""
        below = self._records()
        groups = [
            (title, [Entry(label=label, address=reverse(name), below=below.get(name, ())) for name, label in pages])
            for title, pages in GROUPS
        ]
        return super().get_context_data(**context) | {"groups": groups, "card": Card(description=str(TOLD))}

    def _records(self) -> dict[str, tuple[Line, ...]]:
        viewer = self.request.user
        commitments = Commitment.objects.visible_to(viewer).latest_protocol_first()
        themes = Theme.objects.visible_to(viewer).order_by("-protocol__starts_on", "number")
        editions = map(shown_edition, Edition.objects.visible_to(viewer).current().latest_first())
        return {
            "programmes:commitments": tuple(
                _line(row, f"{row.number}. {row.tr('label')}", "commitment", row.protocol.reference, row.number)
                for row in commitments
            ),
            "programmes:themes": tuple(_line(row, row.tr("label"), "theme", row.slug) for row in themes),
            "programmes:reports": tuple(Line(title=shown.heading, url=shown.address) for shown in editions),
        }


def _line(row: Any, title: str, page: str, *arguments: Any) -> Line:
    language = row.language_of("label")
    return Line(title=title, url=reverse(f"programmes:{page}", args=arguments), language=language)
