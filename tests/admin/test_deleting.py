"""What others rest on is not deleted, and the refusal names them."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client

from programmes.models import Organisation, Theme, User
from projects.models import Payment
from tests.admin.conftest import address
from tests.factories import (
    GrantFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PaymentFactory,
    ThemeFactory,
    ThesisFactory,
    UserFactory,
)

YES = {"post": "yes"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("&#x27;", "'")


def test_a_laboratory_with_theses_stays_and_they_are_named(desk: Client) -> None:
    thesis = ThesisFactory(title="Étude des marées")

    answer = desk.post(address(thesis.laboratory, "delete"), YES, follow=True)

    assert "en dépendent thèse « Étude des marées »" in plain(answer.text)
    assert type(thesis.laboratory).objects.exists()


def test_the_refusal_names_five_and_counts_the_others(desk: Client) -> None:
    laboratory = LaboratoryFactory()
    ThesisFactory.create_batch(7, laboratory=laboratory)

    answer = desk.post(address(laboratory, "delete"), YES, follow=True)

    assert "et 2 autres." in plain(answer.text)


def test_several_at_once_are_refused_alike(desk: Client) -> None:
    thesis = ThesisFactory()
    LaboratoryFactory()
    chosen = {
        "action": "delete_selected",
        ACTION_CHECKBOX_NAME: [lab.pk for lab in type(thesis.laboratory).objects.all()],
    }

    answer = desk.post(address(type(thesis.laboratory), "changelist"), chosen, follow=True)

    assert "Ces fiches ne peuvent être supprimées : en dépendent thèse" in plain(answer.text)


def test_several_on_which_nothing_rests_are_deleted_after_a_question(desk: Client) -> None:
    OrganisationFactory.create_batch(2)
    chosen = {"action": "delete_selected", ACTION_CHECKBOX_NAME: [body.pk for body in Organisation.objects.all()]}

    question = desk.post(address(Organisation, "changelist"), chosen)
    desk.post(address(Organisation, "changelist"), chosen | YES)

    assert question.status_code == 200
    assert not Organisation.objects.exists()


def test_a_published_record_is_archived_not_deleted(desk: Client) -> None:
    theme = ThemeFactory(published=True)

    answer = desk.post(address(theme, "delete"), YES, follow=True)

    assert "son statut est « publié »" in plain(answer.text)
    assert Theme.objects.exists()


def test_a_draft_on_which_nothing_rests_is_deleted_after_a_question(desk: Client) -> None:
    theme = ThemeFactory(label="Brouillon")
    question = desk.get(address(theme, "delete"))

    desk.post(address(theme, "delete"), YES)

    assert "Supprimer « 1. Brouillon »" in plain(question.text)
    assert not Theme.objects.exists()


def test_an_account_is_closed_and_opened_again_never_deleted(desk: Client, administrator: User) -> None:
    account = UserFactory()
    closing = address(account, "closing")
    deleting = desk.post(address(account, "delete"), YES)

    desk.post(closing)

    account.refresh_from_db()
    assert deleting.status_code == 403
    assert (account.is_active, account.closed_by) == (False, administrator)
    desk.post(closing)
    account.refresh_from_db()
    assert (account.is_active, account.closed_at) == (True, None)


def test_nobody_closes_their_own_account(desk: Client, administrator: User) -> None:
    answer = desk.post(address(administrator, "closing"))

    administrator.refresh_from_db()
    assert answer.status_code == 403
    assert administrator.is_active


def paid_back() -> Payment:
    """Of 1 000 € voted, 1 000 paid, 500 paid back, 500 paid again: without the refund the grant is overdrawn."""
    grant = GrantFactory(amount=1000)
    PaymentFactory(grant=grant, amount=1000)
    refund: Payment = PaymentFactory(grant=grant, amount=-500)
    PaymentFactory(grant=grant, amount=500)
    return refund


def test_a_refund_on_which_the_sums_rest_is_kept(desk: Client) -> None:
    refund = paid_back()

    answer = desk.post(address(refund, "delete"), YES, follow=True)

    assert "dépassent le montant voté" in answer.text
    assert Payment.objects.count() == 3


def test_a_refund_chosen_in_the_list_is_kept_too(desk: Client) -> None:
    chosen = {"action": "delete_selected", ACTION_CHECKBOX_NAME: [paid_back().pk]}

    answer = desk.post(address(Payment, "changelist"), chosen | YES, follow=True)

    assert "dépassent le montant voté" in answer.text
    assert Payment.objects.count() == 3


def test_the_account_of_the_calendar_is_never_closed(desk: Client) -> None:
    assert desk.post(address(User.objects.calendar(), "closing")).status_code == 403


def test_opening_the_address_of_a_closing_closes_nothing(desk: Client) -> None:
    account = UserFactory()

    desk.get(address(account, "closing"))

    account.refresh_from_db()
    assert account.is_active


def test_an_account_of_nobody_is_not_closed(desk: Client) -> None:
    account = UserFactory()
    account.pk = 0

    assert desk.post(address(account, "closing")).status_code == 404
