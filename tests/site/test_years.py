"""What the partners declare each year shows as a published edition froze it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from programmes.enums import Level, SheetStatus
from programmes.models import Visa
from tests import factories
from tests.database import force_step
from tests.site.conftest import Register

HOUR = timedelta(hours=1)


@pytest.fixture
def sheet(register: Register) -> Any:
    """The sheet of 2024 of the commitment: approved by both parties, in a published edition."""
    campaign = factories.CampaignFactory(protocol=register.protocol)
    sheet = factories.CommitmentSheetFactory(campaign=campaign, commitment=register.commitment)
    first, second = register.protocol.parties.all()
    factories.AssessmentFactory(sheet=sheet, party=first, level=Level.ON_TRACK)
    factories.AssessmentFactory(sheet=sheet, party=second, level=Level.ON_TRACK)
    approve(sheet, "Six thèses ont commencé.")
    factories.publish(factories.EditionFactory(report__campaign=campaign))
    return sheet


def approve(sheet: Any, words: str) -> None:
    """Hand in a sheet and approve it, whatever its campaign is doing."""
    author = factories.UserFactory()
    for party in sheet.campaign.protocol.parties.all():
        Visa.objects.create(record=sheet, party=party, user=author, seen="1", given_at=timezone.now())
    force_step()
    rows = type(sheet).objects.filter(pk=sheet.pk)
    rows.update(status=SheetStatus.SUBMITTED, progress=words, submitted_at=timezone.now() - HOUR, submitted_by=author)
    rows.update(status=SheetStatus.APPROVED)


def commitment_page(client: Client, register: Register) -> str:
    """The page of the commitment, in French."""
    address = f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/"
    return client.get(address).content.decode()


def test_a_published_year_gives_the_level_the_words_and_the_visas(
    client: Client, register: Register, sheet: Any
) -> None:
    page = commitment_page(client, register)

    assert "Six thèses ont commencé." in page
    assert "En bonne voie" in page
    assert register.protocol.parties.all()[0].organisation.name in page.partition("Six thèses")[2]


def test_the_level_shows_in_the_list_of_commitments(client: Client, register: Register, sheet: Any) -> None:
    assert "En bonne voie" in client.get("/fr/engagements/").content.decode()


def test_a_sheet_handed_in_after_the_edition_waits_for_the_next(client: Client, register: Register, sheet: Any) -> None:
    type(sheet).objects.update(progress="Un texte nouveau", submitted_at=timezone.now() + HOUR)

    page = commitment_page(client, register)

    assert "Un texte nouveau" not in page
    assert "Aucune déclaration annuelle" in page


def test_a_sheet_shows_only_inside_a_published_edition(client: Client, register: Register) -> None:
    sheet = factories.CommitmentSheetFactory(
        campaign=factories.CampaignFactory(protocol=register.protocol), commitment=register.commitment
    )
    approve(sheet, "Pas encore public")

    assert "Pas encore public" not in commitment_page(client, register)


@pytest.mark.parametrize("address", ["/fr/", "/fr/engagements/"])
def test_commitments_are_counted_by_level(client: Client, register: Register, sheet: Any, address: str) -> None:
    factories.CommitmentFactory.create_batch(2, protocol=register.protocol, published=True)

    standings = client.get(address).context["standings"]

    assert [(str(level.label), count) for level, count in standings] == [("en bonne voie", 1), ("non renseigné", 2)]


def test_levels_that_differ_are_shown_with_each_text(client: Client, register: Register, sheet: Any) -> None:
    sheet.assessments.filter(party__rank=2).update(level=Level.REACHED, text="Pour nous, c’est atteint.")

    page = commitment_page(client, register)

    assert "Les appréciations diffèrent" in page
    assert "Pour nous, c’est atteint." in page


def test_the_sheet_of_an_action_shows_on_its_page(client: Client, register: Register, sheet: Any) -> None:
    declared = factories.ProjectSheetFactory(campaign=sheet.campaign, project=register.project)
    approve(declared, "Les locaux sont livrés.")

    assert "Les locaux sont livrés." in client.get(f"/fr/actions/{register.project.slug}/").content.decode()


def test_an_indicator_is_drawn_and_written(client: Client, register: Register) -> None:
    indicator = factories.IndicatorFactory(commitment=register.commitment, target=50, target_year=2025, baseline=22)
    factories.IndicatorValueFactory(indicator=indicator, year=2023, actual=36)
    factories.IndicatorValueFactory(indicator=indicator, year=2024, actual=42, precision="more_than")

    page = commitment_page(client, register)

    assert "<svg" in page.partition("Mesure")[2]
    assert "plus de\u00a042\u00a0thèses" in page
    assert "pour une cible de 50" in client.get("/fr/engagements/").content.decode()


@pytest.mark.parametrize(("target", "words"), [(None, "sans cible"), (50, "Valeur non renseignée")])
def test_an_indicator_says_what_it_lacks(client: Client, register: Register, target: int | None, words: str) -> None:
    indicator = factories.IndicatorFactory(commitment=register.commitment, target=target)
    factories.IndicatorValueFactory(indicator=indicator, actual=None if target else 9, target=None)

    assert words in client.get("/fr/engagements/").content.decode()


def test_the_target_of_the_last_year_stands_for_a_missing_one(client: Client, register: Register) -> None:
    indicator = factories.IndicatorFactory(commitment=register.commitment, target=None)
    factories.IndicatorValueFactory(indicator=indicator, year=2024, target=12, actual=9)

    assert "pour une cible de 12" in client.get("/fr/engagements/").content.decode()


def test_a_promise_shows_what_was_measured_and_proven_each_year(client: Client, register: Register, sheet: Any) -> None:
    hidden = factories.ProjectFactory(title="Action cachée")
    result = register.project.outputs.create(kind="data_set", year=2024, title="Des spectres")
    factories.CommitmentEvidenceFactory(sheet=sheet, title="Un article de presse")
    sheet.projects_projectevidences.create(project=register.project)
    sheet.projects_projectevidences.create(project=hidden)
    sheet.projects_outputevidences.create(output=result)
    sheet.projects_eventevidences.create(event=factories.EventFactory(title="Un forum", published=True))
    sheet.doctorates_thesisevidences.create(thesis=register.thesis)
    factories.IndicatorValueFactory(indicator__commitment=register.commitment, year=2024, actual=7, target=9)

    proven = commitment_page(client, register).partition("Ce qui le prouve")[2]

    assert "pour une cible de 9" in commitment_page(client, register)
    assert {"Un article de presse", "Des spectres", "Un forum"} <= set(re.findall(r">([^<]*)<", proven))
    assert register.project.title in proven
    assert "Action cachée" not in proven
