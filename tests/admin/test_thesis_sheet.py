"""The sheet of a thesis asks its state and its dates, and writes them on the thesis, under the rules of the thesis."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from doctorates.enums import ThesisState
from doctorates.models import ThesisSheet
from programmes import workflow
from programmes.models import User
from tests.admin.conftest import Typed, address
from tests.factories import (
    AssignmentFactory,
    CampaignFactory,
    CommitmentFactory,
    ThesisFactory,
    ThesisSheetFactory,
    UserFactory,
)


@pytest.fixture
def sheet(db: None) -> ThesisSheet:
    """The sheet of a thesis in progress, in an open campaign."""
    campaign = CampaignFactory()
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    thesis = ThesisFactory(published=True, contract_ends_on=date(2024, 9, 30))
    thesis.project.commitment_links.create(commitment=CommitmentFactory(protocol=campaign.protocol))
    made: ThesisSheet = ThesisSheetFactory(campaign=campaign, thesis=thesis)
    return made


def test_what_is_typed_on_the_sheet_is_written_on_the_thesis_and_in_its_trail(
    desk: Client, typed: Typed, sheet: ThesisSheet
) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, **{"thesis-0-planned_defence": "30/11/2024", "_draft": "yes"}))

    sheet.thesis.refresh_from_db()
    last: Any = sheet.thesis.history.latest("pgh_id")  # type: ignore[attr-defined]
    assert sheet.thesis.planned_defence == date(2024, 11, 30)
    assert (last.planned_defence, last.pgh_context.metadata["channel"]) == (date(2024, 11, 30), "form")


def test_the_page_says_what_the_register_knows_and_what_a_change_does(desk: Client, sheet: ThesisSheet) -> None:
    page = desk.get(address(sheet, "change"))

    assert "Au registre\u00a0: 30\u00a0septembre\u00a02024" in page.text
    assert "change la fiche de la thèse elle-même" in page.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"state": ThesisState.DEFENDED}, "Une thèse soutenue, et elle seule, a une date de soutenance."),
        ({"contract_ends_on": "01/01/2020"}, "Le contrat finit après la première inscription."),
    ],
)
def test_the_rules_of_the_thesis_are_told_on_the_sheet_and_nothing_typed_is_lost(
    desk: Client, typed: Typed, sheet: ThesisSheet, changes: dict[str, str], sentence: str
) -> None:
    page = address(sheet, "change")

    answer = desk.post(
        page, typed(page, progress="Gardé.", **{f"thesis-0-{name}": value for name, value in changes.items()})
    )

    sheet.thesis.refresh_from_db()
    assert sentence in answer.text
    assert "Gardé." in answer.text
    assert (sheet.thesis.state, sheet.thesis.contract_ends_on) == (ThesisState.IN_PROGRESS, date(2024, 9, 30))


def test_whoever_is_in_charge_of_the_sheet_alone_reads_the_thesis(client: Client, sheet: ThesisSheet) -> None:
    body = sheet.campaign.protocol.parties.get(rank=1).organisation
    user = UserFactory(contributor=True, organisation=body)
    AssignmentFactory(record=sheet, user=user)
    client.force_login(user)
    forged = {"thesis-TOTAL_FORMS": "1", "thesis-INITIAL_FORMS": "1", "thesis-0-id": sheet.thesis_id,
              "thesis-0-state": "A", "thesis-0-ended_on": "01/02/2024", "_draft": "yes"}  # fmt: skip

    page = client.get(address(sheet, "change"))
    client.post(address(sheet, "change"), forged)

    sheet.thesis.refresh_from_db()
    assert "thesis-0-state" not in page.text
    assert sheet.thesis.state == ThesisState.IN_PROGRESS


def test_a_thesis_in_progress_lacks_its_dates_and_a_defence_that_has_passed(sheet: ThesisSheet) -> None:
    sheet.thesis.contract_ends_on = None
    without = [lack.sentence for lack in sheet.missing()]
    sheet.thesis.planned_defence = date(2024, 6, 1)

    assert without == ["Soutenance prévue", "Fin du contrat", "Faits marquants"]
    assert next(lack.sentence for lack in sheet.missing()) == "Soutenance : passée, ou reportée ?"
