"""The page of a yearly sheet: what it asks, what it keeps, what is left to do."""

from typing import Any

import pytest
from django.test import Client

from programmes import workflow
from programmes.enums import SheetStatus
from programmes.models import Campaign, CommitmentSheet, IndicatorValue, StatusChange, User, Visa
from projects.models import KeyFigure, Output, ProjectSheet
from tests.admin.conftest import Typed, address, form_of, step_of
from tests.factories import (
    CampaignFactory,
    CommitmentFactory,
    CommitmentSheetFactory,
    IndicatorFactory,
    ProjectFactory,
    ProjectSheetFactory,
    UserFactory,
)


@pytest.fixture
def campaign(db: None) -> Campaign:
    """An open campaign."""
    campaign = CampaignFactory()
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    return campaign


@pytest.fixture
def sheet(campaign: Campaign) -> ProjectSheet:
    """The sheet of an action that had one the year before, and a figure."""
    project = ProjectFactory(published=True)
    project.commitment_links.create(commitment=CommitmentFactory(protocol=campaign.protocol))
    last = CampaignFactory(protocol=campaign.protocol, year=2023)
    previous = ProjectSheetFactory(campaign=last, project=project, progress="L’aimant est froid.", next_steps="Ouvrir.")
    project.key_figures.create(year=2023, label="Équipes", value=41, source="Registre")
    return ProjectSheetFactory(campaign=campaign, project=project, previous=previous)


@pytest.fixture
def approver(campaign: Campaign) -> User:
    """Who gives the visa of the first party."""
    return UserFactory(approver=True, organisation=campaign.protocol.parties.get(rank=1).organisation)


def submitted(sheet: CommitmentSheet | ProjectSheet) -> None:
    """Hand a sheet in."""
    type(sheet).objects.filter(pk=sheet.pk).update(nothing_new=True)
    workflow.sheets.submit_sheet(sheet, by=UserFactory(administrator=True))


def test_the_page_shows_last_year_beside_and_says_what_is_left(desk: Client, sheet: ProjectSheet) -> None:
    page = desk.get(address(sheet, "change"))

    assert "L’aimant est froid." in page.text
    assert "Il reste deux points" in page.text
    assert "les deux points ci-dessous sont complétés" in page.text
    assert "Équipes, valeur et source" in page.text


def test_a_text_of_last_year_is_taken_up_with_what_was_typed(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, headline="Inauguré.", _resume="progress"))

    sheet.refresh_from_db()
    assert (sheet.headline, sheet.progress, sheet.next_steps) == ("Inauguré.", "L’aimant est froid.", "")
    assert "Repris à l’identique" in desk.get(page).text


def test_what_is_no_text_is_never_taken_up(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    answer = desk.post(page, typed(page, _resume="status"), follow=True)

    sheet.refresh_from_db()
    assert (answer.status_code, sheet.status) == (200, SheetStatus.TO_FILL)


def test_a_figure_is_typed_beside_those_of_the_years_before(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, **{"key_figures-0-value": "63", "key_figures-0-source": "Registre", "_draft": "yes"}))

    figure: Any = KeyFigure.objects.get(year=2024)
    assert (figure.project, figure.label, figure.value) == (sheet.project, "Équipes", 63)


def test_a_figure_without_a_source_comes_back_as_typed(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    answer = desk.post(page, typed(page, progress="Gardé.", **{"key_figures-0-value": "63"}))

    assert "Indiquez la source de cette valeur." in answer.text
    assert "Gardé." in answer.text
    assert not KeyFigure.objects.filter(year=2024).exists()


def test_outputs_are_pasted_once(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, pasted="10.1021/abc Un titre\nhal-04512345", _draft="yes"))
    desk.post(page, typed(page, pasted="10.1021/abc", _draft="yes"))

    outputs = Output.objects.order_by("title").values_list("title", "year", "doi", "hal_id")
    assert list(outputs) == [("Un titre", 2024, "10.1021/abc", ""), ("hal-04512345", 2024, "", "hal-04512345")]


def test_a_line_that_is_no_output_is_named_and_nothing_is_lost(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    answer = desk.post(page, typed(page, pasted="10.1021/abc\nn’importe quoi"))

    assert "Ligne 2" in answer.text
    assert "10.1021/abc" in answer.text
    assert not Output.objects.exists()


def test_typed_texts_are_saved_with_the_step(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, headline="Inauguré.", progress="Ouvert.", _step="submit_sheet"))

    sheet.refresh_from_db()
    assert (sheet.status, sheet.progress) == (SheetStatus.SUBMITTED, "Ouvert.")


def test_a_step_refused_keeps_what_was_typed(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    answer = desk.post(page, typed(page, progress="Ouvert.", _step="submit_sheet"), follow=True)

    sheet.refresh_from_db()
    assert "Il reste à compléter" in answer.text
    assert (sheet.status, sheet.progress) == (SheetStatus.TO_FILL, "Ouvert.")


def test_a_step_on_a_page_that_is_out_of_date_changes_nothing(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")
    old = typed(page, _step="submit_sheet")
    ProjectSheet.objects.update(headline="Autre.", progress="Autre.")

    answer = desk.post(page, old)

    sheet.refresh_from_db()
    assert "a modifié" in answer.text
    assert sheet.status == SheetStatus.TO_FILL


def test_a_demand_stands_at_its_question(client: Client, desk: Client, sheet: ProjectSheet, approver: User) -> None:
    submitted(sheet)
    client.force_login(approver)
    sheet.refresh_from_db()

    client.post(
        step_of(sheet, "hand_back_sheet"),
        {"seen_version": sheet.version, "reason": "Le reste convient.", "demande-progress": "Citer la source."},
    )

    page = client.get(address(sheet, "change")).text
    assert "«\u00a0Le reste convient.\u00a0»" in page
    assert 'href="#question-progress"' in page
    assert "Citer la source." in page


def test_what_changed_since_the_sheet_was_handed_back_is_shown(
    desk: Client, sheet: ProjectSheet, approver: User
) -> None:
    ProjectSheet.objects.update(headline="Inauguré.", progress="Ancien texte.")
    sheet.refresh_from_db()
    workflow.sheets.submit_sheet(sheet, by=UserFactory(administrator=True))
    workflow.sheets.hand_back_sheet(sheet, by=approver, reason="Préciser")
    ProjectSheet.objects.update(progress="Nouveau texte.")

    page = desk.get(address(sheet, "change")).text

    assert "Changé depuis la soumission qui a été renvoyée" in page
    assert "<del>Ancien texte.</del>" in page


def test_twenty_visas_are_given_from_the_list(client: Client, campaign: Campaign, approver: User) -> None:
    sheets = CommitmentSheetFactory.create_batch(2, campaign=campaign)
    submitted(sheets[0])
    client.force_login(approver)
    chosen = {"action": "step_approve_sheet", "_selected_action": [one.pk for one in sheets]}
    seen = [f"{pk}:{version}" for pk, version in CommitmentSheet.objects.values_list("pk", "version")]

    asked = client.post(address(CommitmentSheet, "changelist"), chosen)
    answer = client.post(
        address(CommitmentSheet, "changelist"), chosen | {"_confirmed": "yes", "seen": seen}, follow=True
    )

    assert "Chaque fiche est contrôlée" in asked.text
    assert "c’est fait pour 1 fiche." in answer.text
    assert "est impossible depuis «\u00a0à remplir\u00a0»" in answer.text
    assert Visa.objects.get().record == sheets[0]
    assert StatusChange.objects.filter(step="approve_sheet", party__isnull=False).count() == 1


def test_a_forged_visa_for_many_changes_nothing(client: Client, campaign: Campaign, approver: User) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign)
    submitted(sheet)
    client.force_login(approver)
    chosen = {"action": "step_approve_sheet", "_selected_action": [sheet.pk], "_confirmed": "yes"}

    stale = client.post(address(CommitmentSheet, "changelist"), chosen | {"seen": f"{sheet.pk}:1"}, follow=True)
    client.force_login(UserFactory(reader=True, organisation=approver.organisation))
    client.post(address(CommitmentSheet, "changelist"), chosen | {"seen": f"{sheet.pk}:{sheet.version}"})

    assert "a modifié" in stale.text
    assert not Visa.objects.exists()


def test_a_campaign_is_postponed_by_a_form_with_a_reason(desk: Client, campaign: Campaign) -> None:
    campaign.refresh_from_db()
    page = step_of(campaign, "postpone")

    asked = desk.get(page)
    desk.post(page, {"seen_version": campaign.version, "reason": "Retard", "closes_on": "2099-01-31"})

    campaign.refresh_from_db()
    assert "Échéance des visas" in asked.text
    assert str(campaign.closes_on) == "2099-01-31"


def test_a_party_never_gives_the_level_of_another(client: Client, campaign: Campaign, approver: User) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign, progress="Fait.")
    client.force_login(approver)
    other = campaign.protocol.parties.get(rank=2)
    page = address(sheet, "change")
    rows = {
        "assessments-TOTAL_FORMS": 1, "assessments-INITIAL_FORMS": 0, "assessments-0-party": other.pk,
        "assessments-0-level": "on_track", "assessments-0-sheet": sheet.pk,
    }  # fmt: skip

    answer = client.post(page, form_of(client, page) | rows)

    assert "Chaque partie donne son propre niveau" in answer.text
    assert not sheet.assessments.exists()


def test_the_value_of_an_indicator_is_typed_on_the_sheet(desk: Client, typed: Typed, campaign: Campaign) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign)
    IndicatorFactory(commitment=sheet.commitment, rule="")
    page = address(sheet, "change")

    desk.post(page, typed(page, **{"indicators-0-actual": "7", "indicators-0-source": "Registre", "_draft": "yes"}))

    value: Any = IndicatorValue.objects.get()
    assert (value.indicator.commitment, value.year, value.actual) == (sheet.commitment, 2024, 7)
