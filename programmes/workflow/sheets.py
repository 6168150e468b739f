"""The cycle of a yearly sheet: to fill → submitted → approved by every party; returned, set aside, not handed in."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ..enums import CampaignStatus, ReportStatus, SheetStatus, VisaPurpose
from ..models import AnnualReport, User, Visa, YearlySheet
from ..questions import Channel
from . import visas
from .engine import Audience, Changes, Refused, step, take_together
from .people import approver, approver_of_a_party, calendar, contributor_or_respondent, link_of

TO_FILL, SUBMITTED, RETURNED = SheetStatus.TO_FILL, SheetStatus.SUBMITTED, SheetStatus.RETURNED
APPROVED, NOT_APPLICABLE = SheetStatus.APPROVED, SheetStatus.NOT_APPLICABLE
NOT_HANDED_IN = SheetStatus.NOT_HANDED_IN
ASIDE = VisaPurpose.SETTING_ASIDE


@step(
    kind=YearlySheet, label="Soumettre la fiche", sources=(TO_FILL, RETURNED), target=SUBMITTED,
    may=contributor_or_respondent,
    tells=((Audience.APPROVERS, "Une fiche attend le visa de votre partie."),),
)  # fmt: skip
def submit_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Hand the sheet in for the visas; it says what was done, or that nothing is new."""
    if sheet.campaign.status == CampaignStatus.PLANNED:
        raise Refused("La campagne n’est pas ouverte.")
    refuse_if_frozen(sheet)
    if not sheet.has_text:
        raise Refused(
            "La fiche ne dit rien\u00a0: remplissez ce qui a été fait, ou cochez «\u00a0rien à signaler\u00a0»."
        )
    link = link_of(by)
    refuse_if_missing(sheet, by_link=link is not None)
    visas.cancel(sheet, by=by)
    whence = {"channel": Channel.LINK, "behalf_of": link.person} if link else {}
    return {"submitted_at": timezone.now(), "submitted_by": by, **whence}


@step(
    kind=YearlySheet, label="Donner le visa", sources=(SUBMITTED,), target=None, outcomes=(APPROVED,),
    may=approver_of_a_party, fitting=visas.is_awaited,
    tells=((Audience.APPROVERS, "Une autre partie a donné son visa\u202f; la fiche est visée avec le dernier."),),
)  # fmt: skip
def approve_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Give a party's visa; the sheet is approved with the last one."""
    refuse_if_frozen(sheet)
    refuse_if_missing(sheet, in_french=True)
    refuse_without_own(sheet, by)
    return {"status": APPROVED} if visas.give(sheet, by=by, seen=str(sheet.version)) else {}


@step(
    kind=YearlySheet, label="Renvoyer la fiche", sources=(SUBMITTED, APPROVED), target=RETURNED,
    may=approver_of_a_party, needs_reason=True, asks=("fields",),
    tells=((Audience.CONTRIBUTORS, "La fiche est à corriger, pour le motif donné."),),
)  # fmt: skip
def hand_back_sheet(
    sheet: YearlySheet, *, by: User, reason: str, fields: dict[str, str] | None = None
) -> Changes | None:
    """Ask for a correction, in general and question by question; the visas given are cancelled."""
    refuse_if_frozen(sheet)
    names = {question.name for question in sheet.questions}
    asked = {name: words.strip() for name, words in (fields or {}).items() if name in names and words.strip()}
    visas.cancel(sheet, by=by)
    return {"details": {"fields": asked}} if asked else None


@step(
    kind=YearlySheet, label="Proposer «\u00a0sans objet\u00a0»", sources=(TO_FILL, SUBMITTED, RETURNED), target=None,
    outcomes=(NOT_APPLICABLE,), may=approver_of_a_party, needs_reason=True,
    fitting=lambda sheet, _by: not Visa.objects.about(sheet).in_force(ASIDE).exists(),
    tells=((Audience.APPROVERS, "Une partie propose qu’aucune fiche ne soit due\u00a0: acceptez, ou refusez."),),
)  # fmt: skip
def set_aside(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Say why no sheet is due this year; it is so once every party agrees."""
    refuse_if_frozen(sheet)
    return _agree(sheet, by)


@step(
    kind=YearlySheet, label="Accepter «\u00a0sans objet\u00a0»", sources=(TO_FILL, SUBMITTED, RETURNED), target=None,
    outcomes=(NOT_APPLICABLE,), may=approver_of_a_party,
    fitting=lambda sheet, _by: Visa.objects.about(sheet).in_force(ASIDE).exists(),
    tells=((Audience.CONTRIBUTORS, "Aucune fiche n’est due\u00a0: chaque partie l’a accepté."),),
)  # fmt: skip
def agree_to_set_aside(sheet: YearlySheet, *, by: User, reason: str) -> Changes:
    """Agree with the party that proposes that no sheet be due."""
    refuse_if_frozen(sheet)
    if not Visa.objects.about(sheet).in_force(ASIDE).exists():
        raise Refused("Aucune partie ne propose que la fiche soit sans objet.")
    return _agree(sheet, by)


@step(
    kind=YearlySheet, label="Refuser «\u00a0sans objet\u00a0»", sources=(TO_FILL, SUBMITTED, RETURNED), target=None,
    may=approver_of_a_party, needs_reason=True,
    fitting=lambda sheet, _by: Visa.objects.about(sheet).in_force(ASIDE).exists(),
    tells=((Audience.CONTRIBUTORS, "La fiche reste due."),),
)  # fmt: skip
def refuse_to_set_aside(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """Ask for the sheet all the same."""
    if not Visa.objects.about(sheet).in_force(ASIDE).exists():
        raise Refused("Aucune partie ne propose que la fiche soit sans objet.")
    visas.cancel(sheet, by=by, purposes=(ASIDE,))
    return None


@step(
    kind=YearlySheet, label="Rouvrir la fiche", sources=(NOT_APPLICABLE, NOT_HANDED_IN), target=TO_FILL, may=approver,
    needs_reason=True, tells=((Audience.CONTRIBUTORS, "La fiche est demandée de nouveau."),),
)  # fmt: skip
def reopen_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """Ask for the sheet after all, until the report is frozen."""
    refuse_if_frozen(sheet)
    visas.cancel(sheet, by=by)
    return None


@step(
    kind=YearlySheet, label="Constater l’absence", sources=(TO_FILL, SUBMITTED, RETURNED), target=NOT_HANDED_IN,
    may=calendar, offered=False, tells=((Audience.CONTRIBUTORS, "La campagne est close sans votre fiche."),),
)  # fmt: skip
def miss_sheet(sheet: YearlySheet, *, by: User, reason: str) -> Changes | None:
    """At closing: a sheet not approved is printed as not handed in."""
    visas.cancel(sheet, by=by)
    return None


def miss_all(sheets: QuerySet[Any], *, by: User, reason: str) -> int:
    """At closing, all the sheets of a kind at once: each has the same line in its trail as one by one; how many."""
    visas.cancel_all(sheets.filter(status__in=miss_sheet.sources), by=by)
    return take_together(miss_sheet, sheets, by=by, reason=reason)


def refuse_if_frozen(sheet: Any) -> None:
    """Raise Refused when the report of the campaign rests on the sheets as they are."""
    reports = AnnualReport.objects.filter(campaign=sheet.campaign_id)
    if reports.exclude(status=ReportStatus.PREPARATION).exists():
        raise Refused("Le rapport de cette campagne est figé\u00a0: ramenez-le d’abord en préparation.")


def refuse_if_missing(sheet: YearlySheet, *, in_french: bool = False, by_link: bool = False) -> None:
    """Raise Refused, naming them, when answers are missing without which the sheet goes no further.

    `by_link`: what a respondent is not asked is the staff's, who see to it by the visa.
    """
    lacks = [lack for lack in sheet.missing(in_french=in_french) if lack.blocks]
    if words := [lack.sentence for lack in lacks if not (by_link and lack.question.by_staff)]:
        raise Refused(f"Il reste à compléter : {' ; '.join(words)}.")


def refuse_without_own(sheet: YearlySheet, by: User) -> None:
    """Raise Refused when the party of `by` has still to say what only it can say: its level of a commitment."""
    party = visas.party_for(sheet, by).pk
    if lacks := [lack.sentence for lack in sheet.missing() if lack.party == party]:
        raise Refused(f"Avant votre visa, il manque : {' ; '.join(lacks)}.")


def _agree(sheet: YearlySheet, by: User) -> Changes:
    if not visas.give(sheet, by=by, seen=str(sheet.version), purpose=ASIDE):
        return {}
    visas.cancel(sheet, by=by, purposes=(VisaPurpose.APPROVAL,))
    return {"status": NOT_APPLICABLE}
