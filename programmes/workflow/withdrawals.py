"""Withdrawing a published edition for a legal reason: one party proposes it, each of the others agrees or refuses."""

from typing import Any

from django.utils import timezone

from ..enums import ReportStatus
from ..models import AnnualReport, Edition, EditionWithdrawal, User, WithdrawalAgreement
from . import people
from .engine import Audience, Changes, Refused, step
from .people import approver_of_a_party

ANY = tuple(ReportStatus)


def withdrawable(report: AnnualReport) -> Any:
    """The editions that outsiders read, without their content."""
    return report.editions.published().not_withdrawn().defer("content").order_by("-number")


def proposed(report: AnnualReport) -> WithdrawalAgreement | None:
    """The proposal that waits for other parties: its first agreement. None when there is none."""
    return WithdrawalAgreement.objects.pending(report).first()


def awaited(edition: Edition) -> list[str]:
    """The parties that have not agreed to the withdrawal of an edition."""
    given = edition.withdrawal_agreements.in_force().values("party")
    parties = edition.report.campaign.protocol.parties.exclude(pk__in=given)
    return [str(party) for party in parties.select_related("organisation")]


@step(
    kind=AnnualReport, label="Proposer le retrait d’une édition", sources=ANY, target=None, may=approver_of_a_party,
    needs_reason=True, asks=("edition",),
    fitting=lambda report, _by: proposed(report) is None and withdrawable(report).exists(),
    tells=((Audience.APPROVERS, "Une partie propose de retirer une édition publiée : acceptez, ou refusez."),),
)  # fmt: skip
def propose_withdrawal(report: AnnualReport, *, by: User, reason: str, edition: int = 0) -> Changes:
    """Ask that a published edition, given by its number, be withdrawn for a legal reason, which becomes public."""
    if proposed(report):
        raise Refused("Un retrait est déjà proposé : acceptez-le, ou refusez-le.")
    found = withdrawable(report).filter(number=edition).first()
    if found is None:
        raise Refused("Aucune édition publique de ce rapport ne porte ce numéro.")
    return _agree(found, by=by, reason=reason)


@step(
    kind=AnnualReport, label="Accepter le retrait", sources=ANY, target=None, may=approver_of_a_party,
    fitting=lambda report, _by: proposed(report) is not None,
    tells=((Audience.PUBLIC, "Avec l’accord de la dernière partie, l’édition est retirée."),),
)  # fmt: skip
def agree_to_withdrawal(report: AnnualReport, *, by: User, reason: str) -> Changes:
    """Agree with the party that proposes it; the edition is withdrawn once every party agrees."""
    proposal = _proposal(report)
    return _agree(proposal.edition, by=by, reason=proposal.reason)


@step(
    kind=AnnualReport, label="Refuser le retrait", sources=ANY, target=None, may=approver_of_a_party,
    needs_reason=True, fitting=lambda report, _by: proposed(report) is not None,
    tells=((Audience.APPROVERS, "L’édition reste publiée."),),
)  # fmt: skip
def refuse_withdrawal(report: AnnualReport, *, by: User, reason: str) -> Changes:
    """Keep the edition public: the agreements given are cancelled."""
    edition = _proposal(report).edition
    edition.withdrawal_agreements.in_force().update(cancelled_at=timezone.now(), cancelled_by=by)
    return {"details": {"edition": edition.number}}


def _proposal(report: AnnualReport) -> WithdrawalAgreement:
    if found := proposed(report):
        return found
    raise Refused("Aucun retrait n’est proposé.")


def _agree(edition: Edition, *, by: User, reason: str) -> Changes:
    """Write the agreement of the party for which `by` acts down; the last one withdraws the edition."""
    protocol = edition.report.campaign.protocol
    party: Any = people.party_of(approver_of_a_party(by, edition.report) or by, protocol)
    if edition.withdrawal_agreements.in_force().filter(party=party).exists():
        raise Refused(f"{party} a déjà donné son accord : les autres parties répondent.")
    now = timezone.now()
    WithdrawalAgreement.objects.create(
        edition=edition, party=party, reason=reason, given_at=now, given_by=by, is_demo=edition.report.is_demo
    )
    if not awaited(edition):
        EditionWithdrawal.objects.create(edition=edition, reason=reason, withdrawn_at=now, withdrawn_by=by)
    return {"details": {"edition": edition.number}}
