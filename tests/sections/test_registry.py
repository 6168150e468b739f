"""The plug between apps and the whole."""

from datetime import date

import pytest
from pytest_django import Settings

from programmes import checks
from programmes.models import Campaign, Protocol, User
from programmes.sections.base import Frame, Section
from programmes.sections.registry import all_sections
from programmes.sections.waiting import Desk


@pytest.fixture(autouse=True)
def _forget_sections() -> None:
    """Sections are read once; here the settings change."""
    all_sections.cache_clear()


def test_a_section_that_says_nothing_answers_nothing() -> None:
    section, campaign, user = Section(), Campaign(protocol=Protocol()), User()
    frame = Frame(campaign=campaign, language="fr")

    answers = [
        section.missing(campaign),
        section.waiting(Desk(user=user, today=date(2024, 1, 1))),
        section.progress(campaign),
        section.freeze(frame),
        section.freeze_beside(campaign, frame),
        section.key_figures(frame),
        section.outline(campaign.protocol, user),
        section.search("chimie", user),
        section.datasets(),
        section.news(date(2024, 1, 1), user),
        section.indexed(user),
        section.offers(date(2024, 1, 1), user),
    ]

    assert {*answers} == {()}
    assert (section.open(campaign), section.holds_demo(frame), section.relate_all([], user)) == (0, False, {})
    assert section.measure("thèses", campaign.protocol, 2024) is None
    assert (section.relate(Campaign, user), section.evidence(user)) == (None, None)


def test_a_frame_says_what_is_reported_on_and_when_money_is_stopped() -> None:
    campaign = Campaign(protocol=Protocol(short_title="Accord"), year=2024, money_as_of=date(2024, 12, 31))

    frame = Frame(campaign=campaign, language="en")

    assert (str(frame.protocol), frame.year, frame.as_of) == ("Accord", 2024, date(2024, 12, 31))


def test_a_section_that_leads_nowhere_is_found_before_the_first_request(settings: Settings) -> None:
    settings.SECTIONS = ["programmes.sections.Absent"]

    (error,) = checks.sections_can_be_imported()
    all_sections.cache_clear()

    assert "Une section de SECTIONS est introuvable" in error.msg


def test_the_sections_of_this_installation_can_be_imported() -> None:
    assert checks.sections_can_be_imported() == []
