"""Withdrawing an edition: every party agrees for itself, one refusal keeps it, the base itself sees to it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.utils import timezone

from programmes import workflow
from programmes.models import AnnualReport, Edition, EditionWithdrawal, User, WithdrawalAgreement

STEPS = workflow.withdrawals


@pytest.fixture
def proposed(published: AnnualReport, first_approver: User) -> AnnualReport:
    """A report of which the first party proposes to withdraw the only edition."""
    STEPS.propose_withdrawal(published, by=first_approver, reason="Décision de justice", edition=1)
    return published


def test_one_party_alone_withdraws_nothing(proposed: AnnualReport, candidate: Edition) -> None:
    assert not EditionWithdrawal.objects.exists()
    assert len(STEPS.awaited(candidate)) == 1
    assert candidate in Edition.objects.visible_to(None)


def test_the_last_agreement_withdraws_the_edition(
    proposed: AnnualReport, candidate: Edition, second_approver: User
) -> None:
    STEPS.agree_to_withdrawal(proposed, by=second_approver)

    assert EditionWithdrawal.objects.get().reason == "Décision de justice"
    assert WithdrawalAgreement.objects.in_force().count() == 2
    assert candidate not in Edition.objects.visible_to(None)
    assert not Edition.objects.current().exists()


def test_a_party_does_not_agree_twice(proposed: AnnualReport, first_approver: User) -> None:
    with pytest.raises(workflow.Refused, match="a déjà donné son accord"):
        STEPS.agree_to_withdrawal(proposed, by=first_approver)


def test_nobody_agrees_for_a_party_that_is_not_theirs(proposed: AnnualReport, administrator: User) -> None:
    with pytest.raises(PermissionDenied):
        STEPS.agree_to_withdrawal(proposed, by=administrator)


def test_a_refusal_keeps_the_edition_and_may_be_asked_again(
    proposed: AnnualReport, first_approver: User, second_approver: User
) -> None:
    STEPS.refuse_withdrawal(proposed, by=second_approver, reason="Rien ne l’impose")

    assert STEPS.proposed(proposed) is None
    STEPS.propose_withdrawal(proposed, by=first_approver, reason="Jugement définitif", edition=1)
    assert STEPS.proposed(proposed).reason == "Jugement définitif"  # type: ignore[union-attr]


def test_one_withdrawal_is_proposed_at_a_time(proposed: AnnualReport, second_approver: User) -> None:
    with pytest.raises(workflow.Refused, match="déjà proposé"):
        STEPS.propose_withdrawal(proposed, by=second_approver, reason="Aussi", edition=1)


def test_only_a_public_edition_is_withdrawn(published: AnnualReport, first_approver: User) -> None:
    with pytest.raises(workflow.Refused, match="Aucune édition publique"):
        STEPS.propose_withdrawal(published, by=first_approver, reason="Erreur", edition=7)


@pytest.mark.parametrize("step", ["agree_to_withdrawal", "refuse_withdrawal"])
def test_without_a_proposal_there_is_nothing_to_answer(
    published: AnnualReport, first_approver: User, step: str
) -> None:
    with pytest.raises(workflow.Refused, match="Aucun retrait n’est proposé"):
        getattr(STEPS, step)(published, by=first_approver, reason="Sans objet")


def test_the_base_refuses_a_withdrawal_without_every_party(
    proposed: AnnualReport, candidate: Edition, administrator: User
) -> None:
    with pytest.raises(IntegrityError, match="chaque partie l’a accepté"):
        EditionWithdrawal.objects.create(
            edition=candidate, reason="Seul", withdrawn_at=timezone.now(), withdrawn_by=administrator
        )


def test_the_base_refuses_the_withdrawal_of_a_candidate(candidate: Edition, administrator: User) -> None:
    with pytest.raises(IntegrityError, match="Seule une édition publiée"):
        EditionWithdrawal.objects.create(
            edition=candidate, reason="Tôt", withdrawn_at=timezone.now(), withdrawn_by=administrator
        )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE programmes_withdrawalagreement SET reason = 'autre'",
        "UPDATE programmes_editionwithdrawal SET reason = 'autre'",
        "DELETE FROM programmes_withdrawalagreement",
        "DELETE FROM programmes_editionwithdrawal",
    ],
)
def test_a_withdrawal_is_never_rewritten(proposed: AnnualReport, second_approver: User, sql: str) -> None:
    STEPS.agree_to_withdrawal(proposed, by=second_approver)

    with connection.cursor() as cursor, pytest.raises(IntegrityError, match=r"changent plus|s’effacent pas"):
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE programmes_edition SET content = '{}'",
        "UPDATE programmes_edition SET rests_on = '{}'",
        "UPDATE programmes_editionfile SET sha256 = 'faux'",
        "UPDATE programmes_editionpublication SET published_at = now()",
        "DELETE FROM programmes_editionfile",
        "DELETE FROM programmes_editionpublication",
        "DELETE FROM programmes_edition",
    ],
)
def test_a_published_edition_is_neither_rewritten_nor_erased(published: AnnualReport, sql: str) -> None:
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match=r"changent plus|s’effacent pas"):
        cursor.execute(sql)
