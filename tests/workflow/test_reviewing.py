"""Reading a candidate without an account: who gives the address, until when, what closes it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from programmes import workflow
from programmes.models import AnnualReport, Edition, ReviewLink, User
from tests.factories import UserFactory, publish

GIVE = workflow.reviewing


@pytest.fixture
def link(report: AnnualReport, candidate: Edition, contributor: User) -> ReviewLink:
    """The address given to a vice-president for a week."""
    made, _token = GIVE.give(
        report, reader="La vice-présidente", until=timezone.localdate() + timedelta(7), by=contributor
    )
    return made


def test_only_the_hash_of_the_address_is_kept(report: AnnualReport, candidate: Edition, administrator: User) -> None:
    made, token = GIVE.give(report, reader="Le directeur", until=timezone.localdate(), by=administrator)

    assert token not in str(ReviewLink.objects.filter(pk=made.pk).values().get())
    assert ReviewLink.objects.at(token) == made
    assert ReviewLink.objects.at(token[:-1]) is None


def test_a_reader_of_the_administration_gives_no_address(report: AnnualReport, candidate: Edition) -> None:
    with pytest.raises(PermissionDenied):
        GIVE.give(report, reader="Quelqu’un", until=timezone.localdate(), by=UserFactory(reader=True))


@pytest.mark.parametrize("days", [-1, 61])
def test_an_address_lasts_neither_less_than_a_day_nor_more_than_sixty(
    report: AnnualReport, candidate: Edition, contributor: User, days: int
) -> None:
    with pytest.raises(workflow.Refused, match="au plus 60 jours"):
        GIVE.give(report, reader="Trop", until=timezone.localdate() + timedelta(days), by=contributor)


def test_nothing_is_given_before_the_files_are_there(report: AnnualReport, contributor: User) -> None:
    workflow.reports.send_to_review(report, by=contributor)
    workflow.reports.freeze_candidate(report, {}, contains_demo=False, by=contributor)

    with pytest.raises(workflow.Refused, match="pas encore prêts"):
        GIVE.give(report, reader="Trop tôt", until=timezone.localdate(), by=contributor)


def test_an_address_dies_when_the_candidate_is_dropped(
    report: AnnualReport, link: ReviewLink, contributor: User
) -> None:
    workflow.reports.revise(report, by=contributor, reason="Un montant a changé")

    assert not ReviewLink.objects.exists()


def test_an_address_dies_when_the_edition_is_published(link: ReviewLink) -> None:
    publish(link.edition)

    assert not ReviewLink.objects.alive().exists()


def test_an_address_dies_after_its_day(link: ReviewLink) -> None:
    ReviewLink.objects.update(until=timezone.localdate() - timedelta(1))

    link.refresh_from_db()

    assert (link.is_alive, ReviewLink.objects.alive().exists()) == (False, False)


def test_a_revoked_address_stays_revoked_by_the_first(link: ReviewLink, contributor: User, administrator: User) -> None:
    GIVE.revoke(link, by=contributor)

    GIVE.revoke(link, by=administrator)

    link.refresh_from_db()
    assert (link.is_alive, link.revoked_by) == (False, contributor)
    assert str(link).startswith("La vice-présidente, jusqu’au")


def test_the_first_reading_is_kept(link: ReviewLink) -> None:
    GIVE.note_reading(link)
    link.refresh_from_db()
    first = link.read_at

    GIVE.note_reading(link)

    link.refresh_from_db()
    assert link.read_at == first is not None
