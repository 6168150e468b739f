"""The steps of the workflow, as buttons: no other way to change a status."""

import pytest
from django.test import Client

from programmes import workflow
from programmes.enums import RecordStatus
from programmes.models import CommitmentSheet, StatusChange, Theme
from tests.admin.conftest import Typed, address, step_of
from tests.factories import AssignmentFactory, CommitmentSheetFactory, ThemeFactory, UserFactory


def test_a_draft_is_submitted_by_a_button(client: Client, db: None) -> None:
    theme = ThemeFactory()
    client.force_login(AssignmentFactory(user=UserFactory(contributor=True), record=theme).user)

    answer = client.post(step_of(theme, "submit"), {"seen_version": "1"}, follow=True)

    theme.refresh_from_db()
    assert theme.status == RecordStatus.SUBMITTED
    assert "Statut : soumis." in answer.text.replace("\u00a0", " ")
    assert StatusChange.objects.get().label == "Soumettre"


def test_opening_the_address_of_a_step_changes_nothing(desk: Client) -> None:
    theme = ThemeFactory()

    answer = desk.get(step_of(theme, "submit"))

    theme.refresh_from_db()
    assert answer.status_code == 200
    assert theme.status == RecordStatus.DRAFT


def test_the_page_offers_only_the_steps_of_this_person(client: Client, db: None) -> None:
    theme = ThemeFactory()
    client.force_login(AssignmentFactory(user=UserFactory(contributor=True), record=theme).user)

    page = client.get(address(theme, "change"))

    assert [step.label for step in page.context["steps"]] == ["Soumettre"]
    assert ">Soumettre</button>" in page.text


def test_a_forged_step_is_forbidden(client: Client, db: None) -> None:
    theme = ThemeFactory()
    client.force_login(UserFactory(reader=True, organisation=theme.protocol.parties.first().organisation))

    answer = client.post(step_of(theme, "submit"), {"seen_version": "1"})

    theme.refresh_from_db()
    assert answer.status_code == 403
    assert theme.status == RecordStatus.DRAFT


@pytest.mark.parametrize("name", ["publish_loaded", "inconnue", "submit_sheet"])
def test_a_step_that_is_not_for_people_has_no_page(name: str, desk: Client) -> None:
    assert desk.post(step_of(ThemeFactory(), name)).status_code == 404


def test_a_step_impossible_from_here_is_refused_in_a_sentence(desk: Client) -> None:
    theme = ThemeFactory()

    answer = desk.post(step_of(theme, "publish"), {"seen_version": "1"}, follow=True)

    assert "est impossible depuis" in answer.text


def test_unpublishing_asks_for_a_reason(desk: Client) -> None:
    theme = ThemeFactory(published=True)
    theme.refresh_from_db()

    answer = desk.post(step_of(theme, "reopen"), {"seen_version": theme.version, "reason": " "})

    theme.refresh_from_db()
    assert "Donnez un motif" in answer.text
    assert theme.is_published


def test_the_reason_of_a_step_is_kept_in_the_history(desk: Client) -> None:
    theme = ThemeFactory(published=True)
    theme.refresh_from_db()

    desk.post(step_of(theme, "reopen"), {"seen_version": theme.version, "reason": "Une coquille"})

    history = desk.get(address(theme, "history"))
    assert "Une coquille" in history.text
    assert "Dépublier pour correction" in history.text


def test_a_step_on_a_record_changed_meanwhile_is_refused(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory()
    page = address(theme, "change")
    desk.post(page, typed(page, label="Changé entre-temps"))

    answer = desk.post(step_of(theme, "submit"), {"seen_version": "1"}, follow=True)

    theme.refresh_from_db()
    assert "a modifié cette fiche pendant votre saisie" in answer.text
    assert theme.status == RecordStatus.DRAFT


def test_no_form_changes_a_status(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory()
    page = address(theme, "change")

    desk.post(page, typed(page, status=RecordStatus.PUBLISHED, label="Autre"))

    assert Theme.objects.get().status == RecordStatus.DRAFT
    assert Theme.objects.get().label == "Autre"


def test_a_step_that_another_rule_forbids_says_so(desk: Client) -> None:
    sheet = CommitmentSheetFactory()

    answer = desk.post(step_of(sheet, "submit_sheet"), {"seen_version": "1"}, follow=True)

    assert "La campagne n’est pas ouverte." in answer.text


def test_an_unknown_record_has_no_step(desk: Client) -> None:
    theme = ThemeFactory()
    theme.pk = 0

    assert desk.post(step_of(theme, "submit")).status_code == 404


def test_a_person_without_a_role_takes_no_step(client: Client, db: None) -> None:
    theme = ThemeFactory()
    client.force_login(UserFactory())

    assert client.post(step_of(theme, "submit")).status_code == 404


def submitted_sheet() -> CommitmentSheet:
    """A sheet handed in, its campaign open."""
    author = UserFactory(administrator=True)
    sheet: CommitmentSheet = CommitmentSheetFactory(progress="Fait.", judged=True)
    workflow.campaigns.open_campaign(sheet.campaign, by=author)
    sheet.refresh_from_db()
    workflow.sheets.submit_sheet(sheet, by=author)
    return sheet


def test_a_sheet_handed_in_may_be_corrected_until_a_visa_names_it(desk: Client, typed: Typed) -> None:
    sheet = submitted_sheet()
    page = address(sheet, "change")
    corrected = desk.post(page, typed(page, progress="Fait, et bien."))
    party = sheet.campaign.protocol.parties.get(rank=1)
    approver = UserFactory(approver=True, organisation=party.organisation)
    sheet.refresh_from_db()
    workflow.sheets.approve_sheet(sheet, by=approver)

    refused = desk.post(page, {"progress": "Autre chose"})

    sheet.refresh_from_db()
    assert (corrected.status_code, refused.status_code) == (302, 403)
    assert sheet.progress == "Fait, et bien."
    assert "un visa la fige" in desk.get(page).text
