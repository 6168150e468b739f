"""Public pages of the agreement: the protocol, what was promised, the priority themes."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import DetailView, RedirectView, TemplateView

from .. import wording
from ..models import Commitment, CommitmentContinuation, CommitmentSheet, Decision, Protocol, Remark, Theme
from ..models.agreement import ProtocolState
from ..sections.registry import all_sections
from ..sections.related import RelatedFigure
from ..templatetags.words import language
from . import heads, levels
from .public import PublicPage
from .records import RecordView, SluggedRecordView, any_demo
from .taking import TakenAway
from .theme_rows import theme_rows
from .years import years_of_promise

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


def _group(protocol: Protocol, cards: list[levels.CommitmentCard]) -> dict[str, Any]:
    return {"protocol": protocol, "cards": cards, "standings": levels.standings(cards)}


class CommitmentsView(TakenAway, TemplateView):
    """Every commitment, protocol by protocol, with its level."""

    dataset = "commitments"
    template_name = "programmes/commitments.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The cards, grouped by protocol."""
        rows = list(Commitment.objects.visible_to(self.request.user).with_indicators().latest_protocol_first())
        cards = levels.cards(rows)
        grouped = groupby(cards, key=lambda card: card.commitment.protocol)
        groups = [_group(protocol, list(lines)) for protocol, lines in grouped]
        card = heads.commitments(rows, self.request)
        return super().get_context_data(**context) | {
            "groups": groups,
            "count": len(cards),
            "has_demo": any_demo(cards),
            "card": card,
        }


class CommitmentView(RecordView):
    """One promise: its wording, its indicators, what proves it, what the partners declare each year."""

    model = Commitment
    found_by = {"protocol__reference": "protocol", "number": "number"}
    template_name = "programmes/commitment.html"
    context_object_name = "commitment"

    def get_object(self, queryset: Any = None) -> Commitment:
        """The commitment of this number in this protocol."""
        return get_object_or_404(
            self.get_queryset(), protocol__reference=self.kwargs["protocol"], number=self.kwargs["number"]
        )

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The level and the years from the published sheets, the neighbours in the protocol."""
        context = super().get_context_data(**context)
        commitment = self.object
        sheets = list(CommitmentSheet.objects.public().filter(commitment=commitment).with_assessments())
        level = levels.shown_level(sheets[0] if sheets else None)
        started = commitment.protocol.starts_on
        siblings = list(
            Commitment.objects.visible_to(self.request.user)
            .filter(protocol=commitment.protocol_id)
            .select_related("protocol")
            .in_order()
        )
        place = siblings.index(commitment)
        years = years_of_promise(commitment, sheets, self.request.user)
        proofs = [line.details["is_demo"] for year in years for line in year.evidence]
        return context | {
            "level": level,
            "card": heads.commitment(commitment, level, self.request),
            "years": years,
            "indicators": [
                levels.shown_indicator(row, level.tone, started.year if started else None)
                for row in commitment.indicators.all()
            ],
            "siblings": siblings,
            "previous": siblings[place - 1] if place else None,
            "next": siblings[place + 1] if place + 1 < len(siblings) else None,
            "continuations": CommitmentContinuation.objects.visible_to(self.request.user).of(commitment),
            "has_demo": context["has_demo"] or any_demo([*sheets, *levels.measured_rows(commitment)]) or any(proofs),
        }


class CommitmentShortcut(RedirectView):
    """A number alone leads to the protocol in force, or to the last one."""

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        """The full address. Raises Http404 when no protocol has this number."""
        rows = Commitment.objects.visible_to(self.request.user).latest_protocol_first()
        commitment = rows.filter(number=kwargs["number"]).first()
        if commitment is None:
            raise Http404
        return reverse("programmes:commitment", args=[commitment.protocol.reference, commitment.number])


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

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The other themes of the protocol beside this one."""
        siblings = Theme.objects.visible_to(self.request.user).filter(protocol=self.object.protocol_id)
        context = super().get_context_data(**context)
        units = len(self.object.shown_links)
        label = ngettext("laboratoire", "laboratoires", units)
        return context | {
            "siblings": list(siblings.order_by("number")),
            "figures": [RelatedFigure(value=wording.number(units, language()), label=label), *context["figures"]],
            "card": heads.theme(self.object, self.request),
        }
