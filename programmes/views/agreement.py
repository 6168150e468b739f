"""Public pages of the agreement: the protocol, the priority themes."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import DetailView, TemplateView

from .. import wording
from ..models import Commitment, Decision, Protocol, Remark, Theme, ThemeLaboratory, UnitCode
from ..models.agreement import ProtocolState
from ..models.together import share
from ..sections.registry import all_sections
from ..sections.related import RECORD, Lists, RelatedFigure
from ..templatetags.words import language
from . import heads, levels
from .public import PublicPage
from .records import SluggedRecordView, any_demo
from .taking import TakenAway
from .theme_rows import theme_rows

STATE_TONES = {
    ProtocolState.IN_FORCE: "on_track",
    ProtocolState.EXTENDED: "on_track",
    ProtocolState.EXPIRED: "reached",
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """A dated step in the life of a protocol."""

    day: date
    label: str | Promise
    note: str = ""


class ProtocolView(PublicPage, DetailView):
    """The agreement: the protocol in force (or the last one), or the one that the address names.

    It draws the money and the theses of the whole protocol, so that any change may show on it.
    """

    model = Protocol
    template_name = "programmes/protocol.html"
    context_object_name = "protocol"

    def get_object(self, queryset: Any = None) -> Protocol:
        """The protocol of the address. Raises Http404 when there is none to see."""
        rows = Protocol.objects.visible_to(self.request.user).with_agreement().latest_first()
        if reference := self.kwargs.get("reference"):
            return get_object_or_404(rows, reference=reference)
        protocol = rows.first()
        if protocol is None:
            raise Http404
        return protocol

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The agreement, its steps, the decisions made public."""
        protocol, viewer = self.object, self.request.user
        protocols = Protocol.objects.visible_to(viewer).latest_first().prefetch_related("amendments")
        decisions = Decision.objects.public_of(protocol)
        state = protocol.state_on(localdate())
        drawn = [block for section in all_sections() for block in section.drawn(protocol, viewer)]
        return super().get_context_data(**context) | {
            "state": levels.ShownLevel(tone=STATE_TONES.get(state, "unknown"), label=state.label),
            "steps": protocol_steps(protocol),
            "decisions": decisions,
            "others": [other for other in protocols if other != protocol],
            "predecessor": next((other for other in protocols if other.pk == protocol.predecessor_id), None),
            "successors": [other for other in protocols if other.predecessor_id == protocol.pk],
            "commitment_count": Commitment.objects.visible_to(viewer).filter(protocol=protocol).count(),
            "theme_count": Theme.objects.visible_to(viewer).filter(protocol=protocol).count(),
            "remarks": Remark.objects.about(protocol),
            "drawn": drawn,
            "has_demo": any_demo([protocol, *decisions], drawn),
            "card": heads.protocol(protocol, self.request),
        }


def protocol_steps(protocol: Protocol) -> list[Step]:
    """What is dated in the life of a protocol, in order."""
    signatures = [signature for party in protocol.parties.all() for signature in party.signatures.all()]
    days = {signature.signed_on for signature in signatures} | {protocol.signed_on}
    steps = [Step(day=day, label=_("Signature"), note=protocol.signed_at_place) for day in days if day]
    if protocol.starts_on and protocol.starts_on not in days:
        steps.append(Step(day=protocol.starts_on, label=_("Prise d’effet")))
    steps += [
        Step(day=amendment.signed_on, label=_("Avenant"), note=amendment.tr("title"))
        for amendment in protocol.amendments.all()
        if amendment.signed_on
    ]
    if protocol.term:
        steps.append(Step(day=protocol.term, label=_("Échéance")))
    return sorted(steps, key=lambda step: step.day)


class ThemesView(TakenAway, TemplateView):
    """Every priority theme, protocol by protocol."""

    dataset = "themes"
    template_name = "programmes/themes.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The lines of the index, grouped by protocol."""
        rows = theme_rows(
            Theme.objects.visible_to(self.request.user).with_laboratories().latest_protocol_first(), self.request.user
        )
        groups = [
            {"protocol": protocol, "rows": list(lines)}
            for protocol, lines in groupby(rows, key=lambda row: row.theme.protocol)
        ]
        demo = any_demo([row.theme for row in rows], [block for row in rows for block in row.blocks])
        card = heads.themes(groups, self.request)
        return super().get_context_data(**context) | {
            "groups": groups,
            "count": len(rows),
            "has_demo": demo,
            "card": card,
        }


class ThemeView(SluggedRecordView):
    """One priority theme, with its laboratories, actions and theses."""

    model = Theme
    template_name = "programmes/theme.html"
    context_object_name = "theme"
    page = "programmes:theme"

    @classmethod
    def seen_by(cls, viewer: Any) -> QuerySet[Theme]:
        """With its protocol, and the theme that it continues."""
        return super().seen_by(viewer).select_related("protocol", "continues")

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """Its laboratories, the themes of its protocol."""
        return {
            **super().lists(viewer),
            "shown_links": ThemeLaboratory.objects.of_published_laboratories().filter(theme=RECORD),
            "codes": UnitCode.objects.filter(laboratory__theme_links__theme=RECORD).order_by("since"),
            "siblings": Theme.objects.visible_to(viewer).filter(protocol__themes=RECORD).order_by("number"),
        }

    def attach(self) -> None:
        """Its laboratories, each with its codes."""
        self.object.shown_links = self.listed["shown_links"]
        share([link.laboratory for link in self.object.shown_links], "unit_codes", self.listed["codes"], "laboratory")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The other themes of the protocol beside this one."""
        context = super().get_context_data(**context)
        units = len(self.object.shown_links)
        label = ngettext("laboratoire", "laboratoires", units)
        return context | {
            "siblings": self.listed["siblings"],
            "others": [row for row in self.listed["siblings"] if row != self.object],
            "figures": [RelatedFigure(value=wording.number(units, language()), label=label), *context["figures"]],
            "card": heads.theme(self.object, self.request),
        }
