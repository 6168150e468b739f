"""The sheet of an action: BibTeX pasted, money declared by a party for itself; its page costs the same at any size."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from programmes import workflow
from programmes.models import User
from projects.models import ProjectSheet
from tests.admin.conftest import Typed, address
from tests.factories import CampaignFactory, CommitmentFactory, ProjectFactory, ProjectSheetFactory

pytestmark = pytest.mark.usefixtures("unmeasured")

BIBTEX = "@article{x,\n title = {Un aimant tr{\\`e}s froid},\n year = {2024},\n doi = {10.1021/abc}\n}"


@pytest.fixture
def sheet(db: None) -> ProjectSheet:
    """The sheet of an action in an open campaign."""
    campaign = CampaignFactory()
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    project = ProjectFactory(published=True)
    project.commitment_links.create(commitment=CommitmentFactory(protocol=campaign.protocol))
    sheet: ProjectSheet = ProjectSheetFactory(campaign=campaign, project=project)
    return sheet


def test_bibtex_becomes_an_output_with_its_accents(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")

    desk.post(page, typed(page, pasted=BIBTEX, _draft="yes"))
    refused = desk.post(page, typed(page, pasted="@article{x, title = {Ouvert", _draft="yes"))

    output = sheet.project.outputs.get()
    assert (output.title, output.year, output.doi) == ("Un aimant très froid", 2024, "10.1021/abc")
    assert "ne se ferme pas" in refused.text


def test_money_declared_is_of_the_year_and_of_its_body(desk: Client, typed: Typed, sheet: ProjectSheet) -> None:
    page = address(sheet, "change")
    body = sheet.campaign.protocol.parties.get(rank=1).organisation
    (row,) = set(re.findall(r'name="(expenses-\d+)-amount"', desk.get(page).text))
    given = {f"{row}-organisation": str(body.pk), f"{row}-purpose": "Demi-salaire", f"{row}-amount": "1 250,50"}

    desk.post(page, typed(page, _draft="yes", **given))

    expense = sheet.project.expenses.get()
    assert (expense.year, expense.organisation, str(expense.amount)) == (sheet.campaign.year, body, "1250.50")


def test_a_larger_sheet_costs_no_more(
    desk: Client,
    sheet: ProjectSheet,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    page, project, year = address(sheet, "change"), sheet.project, sheet.campaign.year
    fill(sheet, 1)
    desk.get(page)
    with django_assert_max_num_queries(26) as few:
        desk.get(page)

    fill(sheet, 12)
    with django_assert_num_queries(len(few)):
        text = desk.get(page).text

    assert text.count("Jalon ") >= 12
    assert project.key_figures.filter(year=year).count() == 13


def fill(sheet: ProjectSheet, number: int) -> None:
    """So many milestones, figures and outputs more."""
    project, start = sheet.project, sheet.project.milestones.count()
    for place in range(start, start + number):
        project.milestones.create(rank=place + 1, label=f"Jalon {place}")
        project.key_figures.create(year=sheet.campaign.year, label=f"Chiffre {place}", value=place, source="Registre")
        project.outputs.create(kind="publication", year=sheet.campaign.year, title=f"Production {place}")
