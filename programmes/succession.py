"""From a protocol to the next: a draft with its parties, themes and the promises that are taken up; nothing public."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from .enums import ContinuationKind, Precision
from .models import (
    Commitment,
    CommitmentContinuation,
    Indicator,
    IndicatorValue,
    Protocol,
    Theme,
    ThemeLaboratory,
)

TAKEN_UP = (
    "rank", "label", "label_en", "definition", "definition_en", "unit", "unit_en", "is_cumulative", "rule",
)  # fmt: skip
GOES_ON = frozenset({ContinuationKind.RENEWED, ContinuationKind.CHANGED})


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What the next protocol makes of a promise; merged: the number of the promise, today, that takes it in."""

    kind: ContinuationKind
    into: int | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The next protocol: how it is called, when it runs, what it makes of each promise (by its number)."""

    reference: str
    title: str
    short_title: str
    starts_on: date | None = None
    ends_on: date | None = None
    fates: Mapping[int, Fate] = field(default_factory=dict)


def begin(protocol: Protocol, plan: Plan) -> Protocol:
    """Make the draft of the next protocol. Raises ValidationError when a promise is merged into one that stops.

    A promise of which the plan says nothing is left for later.
    """
    _check(plan)
    with transaction.atomic():
        following = Protocol.objects.create(
            reference=plan.reference,
            title=plan.title,
            short_title=plan.short_title,
            starts_on=plan.starts_on,
            ends_on=plan.ends_on,
            predecessor=protocol,
            is_demo=protocol.is_demo,
        )
        for party in protocol.parties.all():
            following.parties.create(organisation=party.organisation, rank=party.rank, is_demo=party.is_demo)
        for theme in protocol.themes.all():
            _take_up_theme(theme, following)
        _take_up(protocol, following, plan)
    return following


def _check(plan: Plan) -> None:
    going_on = {number for number, fate in plan.fates.items() if fate.kind in GOES_ON}
    for number, fate in sorted(plan.fates.items()):
        if fate.kind == ContinuationKind.MERGED and fate.into not in going_on:
            raise ValidationError(
                f"L’engagement {number} se fond dans un engagement qui n’est ni reconduit ni modifié."
            )


def _take_up(protocol: Protocol, following: Protocol, plan: Plan) -> None:
    """The promises that go on, then what became of each."""
    made: dict[int | None, Commitment] = {}
    promises = [row for row in protocol.commitments.order_by("number") if row.number in plan.fates]
    for promise in promises:
        if plan.fates[promise.number].kind in GOES_ON:
            made[promise.number] = _renewed(promise, following, len(made) + 1)
            is_same = plan.fates[promise.number].kind == ContinuationKind.RENEWED
            _take_up_indicators(promise, made[promise.number], is_same=is_same)
    for promise in promises:
        fate = plan.fates[promise.number]
        number = fate.into if fate.kind == ContinuationKind.MERGED else promise.number
        CommitmentContinuation.objects.create(
            predecessor=promise, successor=made.get(number), kind=fate.kind, is_demo=promise.is_demo
        )


def _renewed(promise: Commitment, following: Protocol, number: int) -> Commitment:
    """The same words under the next number: to be kept, or changed, before it is published."""
    return Commitment.objects.create(
        protocol=following,
        number=number,
        reference=_of(following, f"engagement-{number}", 60),
        wording=promise.wording,
        wording_en=promise.wording_en,
        label=promise.label,
        label_en=promise.label_en,
        is_demo=promise.is_demo,
    )


def _take_up_indicators(promise: Commitment, following: Commitment, *, is_same: bool) -> None:
    """What is measured, as it was defined; targets are for the parties to set anew.

    The last value reached is where the next begins only where that is true: the promise is renewed as it was, and the
    value is exact, typed and of one year. What is counted since the signature, or by a rule, begins anew.
    """
    for row in promise.indicators.prefetch_related("values"):
        last = _last_value(row) if is_same and not row.is_cumulative and not row.rule else None
        begins = {"baseline": last.actual, "baseline_year": last.year} if last else {}
        Indicator.objects.create(
            commitment=following,
            reference=_of(following.protocol, row.reference, 60),
            source=f"Valeur réalisée en {last.year} sous «\u00a0{promise.protocol.short_title}\u00a0»" if last else "",
            is_demo=row.is_demo,
            **{name: getattr(row, name) for name in TAKEN_UP},
            **begins,
        )


def _last_value(indicator: Indicator) -> IndicatorValue | None:
    """The last exact value that was reached; None when nobody knows one."""
    known = [row for row in indicator.values.all() if row.actual is not None and row.precision == Precision.EXACT]
    return max(known, key=lambda row: row.year, default=None)


def _take_up_theme(theme: Theme, following: Protocol) -> None:
    """The same theme with its laboratories, which the parties confirm anew."""
    row = Theme.objects.create(
        protocol=following,
        number=theme.number,
        reference=_of(following, f"theme-{theme.number}", 60),
        slug=_of(following, theme.slug, 120),
        label=theme.label,
        label_en=theme.label_en,
        short_label=theme.short_label,
        short_label_en=theme.short_label_en,
        summary=theme.summary,
        summary_en=theme.summary_en,
        colour=theme.colour,
        continues=theme,
        is_demo=theme.is_demo,
    )
    for link in theme.laboratory_links.all():
        ThemeLaboratory.objects.create(
            theme=row, laboratory_id=link.laboratory_id, source=link.source, is_demo=link.is_demo
        )


def _of(following: Protocol, name: str, length: int) -> str:
    """A name of ours under the next protocol, within the length of its column."""
    return f"{name[: length - len(following.reference) - 1]}-{following.reference}"
