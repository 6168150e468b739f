"""Which theses a report speaks of, and what may be said of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from programmes.sections.base import Frame

from ..enums import ThesisState
from ..models import Thesis
from ..models.theses import ThesisQuerySet

SMALLEST_AGGREGATE = 5  # below that, a count of discontinued theses would point at somebody (design 3)


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Theses begun by the day of the report. `before` the signature: the starting point, no result."""

    begun: int
    before: int
    defended: int
    discontinued: int | None


def theses_of(frame: Frame) -> list[Thesis]:
    """The published theses of the protocol begun by the day of the report, the oldest first."""
    return frame.once("theses", lambda: _read(frame))


def _read(frame: Frame) -> list[Thesis]:
    theses = Thesis.objects.visible_to(None).of_protocol(frame.protocol).for_list().select_related("awarding_body")
    shown = [thesis for thesis in theses if thesis.registered_on is None or thesis.registered_on <= frame.as_of]
    return sorted(shown, key=lambda thesis: (thesis.registered_on or frame.as_of, thesis.reference))


def counts_of(frame: Frame) -> Counts:
    """Every thesis that outsiders may count, discontinued ones only when they are five or more."""
    records = _counted(frame)
    states = Counter(records.values_list("state", flat=True))
    signed = frame.protocol.signed_on
    given_up = states[ThesisState.DISCONTINUED]
    return Counts(
        begun=sum(states.values()),
        before=records.before(signed).count() if signed else 0,
        defended=records.filter(defended_on__lte=frame.as_of).count(),
        discontinued=given_up if given_up >= SMALLEST_AGGREGATE else None,
    )


def counted(frame: Frame) -> list[Thesis]:
    """The theses that `counts_of` counts, those without a public page among them."""
    return list(_counted(frame).select_related("laboratory"))


def _counted(frame: Frame) -> ThesisQuerySet:
    rows = Thesis.objects.of_protocol(frame.protocol).begun().filter(registered_on__lte=frame.as_of)
    return rows.filter(status="published")


def is_defended(thesis: Thesis, frame: Frame) -> bool:
    """Whether it was defended by the day of the report."""
    return thesis.defended_on is not None and thesis.defended_on <= frame.as_of


def defended_in(theses: Sequence[Thesis], frame: Frame) -> list[Thesis]:
    """Defended in the year of the report, up to its day, in the order of the defences."""
    done = [one for one in theses if is_defended(one, frame) and one.defended_on and one.defended_on.year == frame.year]
    return sorted(done, key=lambda one: (one.defended_on, one.reference))


def funders_of(thesis: Thesis) -> list[str]:
    """Who pays for it, each named once; its shares and amounts are no public fact (standards B5)."""
    return list(dict.fromkeys(funding.organisation.short_name for funding in thesis.fundings.all()))


def name_of(thesis: Thesis, frame: Frame) -> str | None:
    """The candidate, only as the rule of the record allows and once the report's day has come."""
    person = thesis.public_candidate
    if person is None or not (thesis.name_is_public or is_defended(thesis, frame)):
        return None
    return str(person)


def by_theme(theses: Sequence[Thesis], theme_id: int) -> list[Thesis]:
    """Theses of a theme."""
    return [thesis for thesis in theses if theme_id in {link.theme_id for link in thesis.theme_links.all()}]
