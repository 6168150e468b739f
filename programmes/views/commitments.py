"""Public pages of what was promised: every commitment, and one with its evidence year after year."""

from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.views.generic import RedirectView, TemplateView

from ..models import (
    Commitment,
    CommitmentContinuation,
    CommitmentOwner,
    CommitmentSheet,
    Indicator,
    IndicatorValue,
    Protocol,
)
from ..models.together import share
from ..sections.related import RECORD, Lists
from . import heads, levels
from .public import ReadOnly
from .records import RecordView, any_demo
from .taking import TakenAway
from .years import years_of_promise


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


def _group(protocol: Protocol, cards: list[levels.CommitmentCard]) -> dict[str, Any]:
    return {"protocol": protocol, "cards": cards, "standings": levels.standings(cards)}


class CommitmentView(RecordView):
    """One promise: its wording, its indicators, what proves it, what the partners declare each year."""

    model = Commitment
    found_by = {"protocol__reference": "protocol", "number": "number"}
    template_name = "programmes/commitment.html"
    context_object_name = "commitment"

    @classmethod
    def seen_by(cls, viewer: Any) -> QuerySet[Commitment]:
        """With its protocol."""
        return super().seen_by(viewer).select_related("protocol")

    @classmethod
    def lists(cls, viewer: Any) -> Lists:
        """Its owners, its indicators, its published sheets, its neighbours, what became of it."""
        siblings = Commitment.objects.visible_to(viewer).filter(protocol__commitments=RECORD)
        owners = CommitmentOwner.objects.filter(commitment=RECORD)
        return {
            **super().lists(viewer),
            "owners": owners.select_related("party__organisation", "person").order_by("party__rank"),
            "indicators": Indicator.objects.filter(commitment=RECORD).order_by("rank", "reference"),
            "values": IndicatorValue.objects.filter(indicator__commitment=RECORD).order_by("year"),
            "sheets": CommitmentSheet.objects.public().filter(commitment=RECORD).select_related("campaign__protocol"),
            "siblings": siblings.only("number", "label", "label_en").in_order(),
            "continuations": CommitmentContinuation.objects.visible_to(viewer).of(RECORD),
        }

    def attach(self) -> None:
        """Its owners, its indicators with their values."""
        share([self.object], "owners", self.listed["owners"], "commitment")
        share([self.object], "indicators", self.listed["indicators"], "commitment")
        share(self.listed["indicators"], "values", self.listed["values"], "indicator")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The level and the years from the published sheets, the neighbours in the protocol."""
        context = super().get_context_data(**context)
        commitment, sheets, siblings = self.object, self.listed["sheets"], self.listed["siblings"]
        years = years_of_promise(commitment, sheets, self.request.user)
        level = levels.shown_level(sheets[0] if sheets else None)
        started = commitment.protocol.starts_on
        place = siblings.index(commitment)
        proofs = [line.details["is_demo"] for year in years for line in year.evidence]
        return context | {
            "level": level,
            "card": heads.commitment(commitment, level, self.request),
            "years": years,
            "indicators": [
                levels.shown_indicator(row, level.tone, started.year if started else None)
                for row in self.listed["indicators"]
            ],
            "siblings": siblings,
            "previous": siblings[place - 1] if place else None,
            "next": siblings[place + 1] if place + 1 < len(siblings) else None,
            "continuations": self.listed["continuations"],
            "has_demo": context["has_demo"] or any_demo([*sheets, *levels.measured_rows(commitment)]) or any(proofs),
        }


class CommitmentShortcut(ReadOnly, RedirectView):
    """A number alone leads to the protocol in force, or to the last one."""

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        """The full address. Raises Http404 when no protocol has this number."""
        rows = Commitment.objects.visible_to(self.request.user).latest_protocol_first()
        commitment = rows.filter(number=kwargs["number"]).first()
        if commitment is None:
            raise Http404
        return reverse("programmes:commitment", args=[commitment.protocol.reference, commitment.number])
