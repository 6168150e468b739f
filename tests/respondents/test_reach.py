"""How far a link reaches: the person's own sheets, their texts, and nothing else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from doctorates.enums import SupervisionRole
from programmes import workflow
from programmes.enums import SheetStatus
from programmes.models import CommitmentSheet, User
from programmes.sections.registry import all_sections
from projects.enums import TeamRole
from tests.factories import CommitmentSheetFactory, LaboratoryFactory, ProjectSheetFactory, ThesisSheetFactory
from tests.respondents.conftest import Response


@pytest.mark.parametrize("action", ["save", "submit", "resume:progress", "give"])
def test_the_sheet_of_another_laboratory_is_not_theirs(visitor: Client, response: Response, action: str) -> None:
    other = ProjectSheetFactory(campaign=response.campaign, project__lead_laboratory=LaboratoryFactory())
    typed = response.typed(other, headline="Forgé.", progress="Forgé.", action=action, email="a@exemple.invalid")

    answer = visitor.post(response.page, typed)

    other.refresh_from_db()
    assert answer.status_code == 404
    assert "n’est pas à votre nom" in answer.text
    assert (other.headline, other.status) == ("", SheetStatus.TO_FILL)
    assert str(other.project) not in answer.text


def test_the_sheets_of_commitments_are_nobody_s_here(visitor: Client, response: Response) -> None:
    sheet = CommitmentSheetFactory(campaign=response.campaign)
    typed = {"fiche": f"commitmentsheet-{sheet.pk}", "version": "1", "progress": "Forgé.", "action": "save"}

    answer = visitor.post(response.page, typed)

    assert answer.status_code == 404
    assert CommitmentSheet.objects.get(pk=sheet.pk).progress == ""


def test_names_that_nobody_asked_for_write_nothing(visitor: Client, response: Response) -> None:
    forged = {"status": "approved", "campaign": "1", "is_demo": "on", "submitted_at": "2020-01-01", "channel": "mail"}

    visitor.post(response.page, response.typed(response.action, headline="Ouvert.", **forged))

    response.action.refresh_from_db()
    assert (response.action.headline, response.action.status) == ("Ouvert.", SheetStatus.TO_FILL)
    assert (response.action.channel, response.action.is_demo) == ("direct", False)


@pytest.mark.parametrize("action", ["", "approve", "submit_sheet", "take:", "take:x", "take:999999999999999999999"])
def test_what_the_page_does_not_offer_is_refused(visitor: Client, response: Response, action: str) -> None:
    answer = visitor.post(response.page, response.typed(response.action, headline="Forgé.", action=action))

    response.action.refresh_from_db()
    assert (answer.status_code, response.action.headline) == (404, "")


def test_somebody_who_no_longer_answers_for_a_laboratory_sees_nothing_of_it(
    visitor: Client, response: Response
) -> None:
    response.laboratory.contacts.update(until=timezone.localdate() - timedelta(days=1))

    page = visitor.get(response.page)

    assert page.status_code == 200
    assert "Aucune fiche n’est à votre nom" in page.text
    assert "Le grand aimant" not in page.text


@pytest.mark.parametrize("role", ["Communication", "Direction de thèse", "Directeur d’équipe"])
def test_a_contact_who_is_not_the_direction_answers_for_nothing(visitor: Client, response: Response, role: str) -> None:
    response.laboratory.contacts.update(role=role)

    assert "Le grand aimant" not in visitor.get(response.page).text


def test_whoever_leads_an_action_or_directs_a_thesis_answers_for_it(visitor: Client, response: Response) -> None:
    response.laboratory.contacts.update(role="Chercheuse")
    response.action.project.members.create(person=response.person, role=TeamRole.LEAD)
    response.thesis.thesis.supervisions.create(person=response.person, role=SupervisionRole.SUPERVISOR)

    page = visitor.get(response.page).text
    asked = {row.person for section in all_sections() for row in section.respondents(response.campaign)}

    assert "Le grand aimant" in page
    assert "Une thèse sur le froid" in page
    assert asked == {response.person}


def test_a_link_gives_no_visa_and_takes_no_step_but_one(response: Response) -> None:
    account = workflow.people.by_mandate(response.link, [response.action])
    other = ThesisSheetFactory(campaign=response.campaign)

    with pytest.raises(PermissionDenied):
        workflow.sheets.set_aside(response.action, by=account, reason="Sans objet.")
    with pytest.raises(PermissionDenied):
        workflow.sheets.submit_sheet(other, by=account)


def test_nobody_logs_in_with_the_account_of_respondents(client: Client, response: Response) -> None:
    account = User.objects.respondents()

    assert not account.is_active
    assert not account.has_usable_password()
    assert account not in User.objects.people()


def test_a_sheet_that_was_sent_no_longer_changes(visitor: Client, response: Response) -> None:
    visitor.post(response.page, response.typed(response.thesis, progress="Fait.", action="submit"))

    answer = visitor.post(response.page, response.typed(response.thesis, progress="Autre chose."))

    response.thesis.refresh_from_db()
    assert (answer.status_code, response.thesis.progress) == (422, "Fait.")
    assert "déjà envoyée" in answer.text
