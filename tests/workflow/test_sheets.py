"""The cycle of a yearly sheet, and the visas of every party."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from programmes import workflow
from programmes.enums import OrganisationKind, SheetStatus, VisaPurpose
from programmes.models import Campaign, CommitmentSheet, User, Visa
from tests.database import check_now, force_step
from tests.factories import (
    AssessmentFactory,
    CampaignFactory,
    CommitmentFactory,
    CommitmentSheetFactory,
    OrganisationFactory,
    UserFactory,
)


@pytest.fixture
def sheet(campaign: Campaign) -> CommitmentSheet:
    """A sheet that says something."""
    return CommitmentSheetFactory(campaign=campaign, progress="Deux opérations ont été soutenues.", judged=True)


def test_a_sheet_is_approved_by_the_last_visa_in_any_order(
    sheet: CommitmentSheet, contributor: User, first_approver: User, second_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.approve_sheet(sheet, by=second_approver)
    halfway = sheet.status
    workflow.sheets.approve_sheet(sheet, by=first_approver)

    assert (halfway, sheet.status) == (SheetStatus.SUBMITTED, SheetStatus.APPROVED)


def test_a_visa_names_the_version_that_was_seen(
    sheet: CommitmentSheet, contributor: User, first_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.approve_sheet(sheet, by=first_approver)

    assert Visa.objects.about(sheet).get().seen == str(sheet.version)


def test_the_awaited_parties_are_named(sheet: CommitmentSheet, contributor: User, first_approver: User) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)

    awaited = workflow.visas.missing(sheet)

    assert awaited == [str(sheet.campaign.protocol.parties.get(rank=2))]


def test_a_party_gives_its_visa_once(sheet: CommitmentSheet, contributor: User, first_approver: User) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)

    with pytest.raises(workflow.Refused, match="a déjà donné son visa"):
        workflow.sheets.approve_sheet(sheet, by=first_approver)


def test_an_approver_of_no_party_gives_no_visa(sheet: CommitmentSheet, contributor: User) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    stranger = UserFactory(approver=True, organisation=OrganisationFactory())

    with pytest.raises(PermissionDenied):
        workflow.sheets.approve_sheet(sheet, by=stranger)


def test_a_visa_is_always_a_party_s(sheet: CommitmentSheet) -> None:
    stranger = UserFactory(approver=True, organisation=OrganisationFactory())

    with pytest.raises(workflow.Refused, match="n’est pas partie à ce protocole"):
        workflow.visas.give(sheet, by=stranger, seen="1")


def test_somebody_of_a_regional_office_acts_for_the_body_above_it(sheet: CommitmentSheet, contributor: User) -> None:
    party = sheet.campaign.protocol.parties.get(rank=2)
    office = OrganisationFactory(kind=OrganisationKind.REGIONAL_OFFICE, parent=party.organisation)
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.approve_sheet(sheet, by=UserFactory(approver=True, organisation=office))

    assert Visa.objects.about(sheet).get().party == party


def test_a_sheet_handed_back_loses_its_visas(
    sheet: CommitmentSheet, contributor: User, first_approver: User, second_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)

    workflow.sheets.hand_back_sheet(sheet, by=second_approver, reason="Citer la source")

    assert sheet.status == SheetStatus.RETURNED
    assert not Visa.objects.about(sheet).in_force().exists()
    assert Visa.objects.about(sheet).get().cancelled_by == second_approver


def test_an_empty_sheet_is_not_submitted(campaign: Campaign, contributor: User) -> None:
    empty = CommitmentSheetFactory(campaign=campaign)

    with pytest.raises(workflow.Refused, match="La fiche ne dit rien"):
        workflow.sheets.submit_sheet(empty, by=contributor)


def test_nothing_new_is_a_valid_answer(campaign: Campaign, contributor: User) -> None:
    quiet = CommitmentSheetFactory(campaign=campaign, nothing_new=True)

    workflow.sheets.submit_sheet(quiet, by=contributor)

    assert (quiet.status, quiet.submitted_by) == (SheetStatus.SUBMITTED, contributor)


def test_no_sheet_is_submitted_out_of_a_campaign(campaign: Campaign, contributor: User) -> None:
    planned = CampaignFactory(protocol=campaign.protocol, year=2025)
    early = CommitmentSheetFactory(campaign=planned, nothing_new=True)

    with pytest.raises(workflow.Refused, match="La campagne n’est pas ouverte"):
        workflow.sheets.submit_sheet(early, by=contributor)


def test_a_sheet_is_without_object_once_every_party_agrees_and_can_be_asked_for_again(
    sheet: CommitmentSheet, first_approver: User, second_approver: User
) -> None:
    workflow.sheets.set_aside(sheet, by=first_approver, reason="Action terminée")
    halfway = sheet.status
    workflow.sheets.agree_to_set_aside(sheet, by=second_approver)
    agreed = sheet.status

    workflow.sheets.reopen_sheet(sheet, by=first_approver, reason="Un reliquat reste dû")

    assert (halfway, agreed, sheet.status) == (
        SheetStatus.TO_FILL, SheetStatus.NOT_APPLICABLE, SheetStatus.TO_FILL,
    )  # fmt: skip
    assert not Visa.objects.about(sheet).in_force(VisaPurpose.SETTING_ASIDE).exists()


def test_closing_a_campaign_marks_what_was_not_handed_in(
    campaign: Campaign, sheet: CommitmentSheet, contributor: User, first_approver: User, second_approver: User
) -> None:
    late = CommitmentSheetFactory(campaign=campaign, commitment=CommitmentFactory(protocol=campaign.protocol))
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)
    workflow.sheets.approve_sheet(sheet, by=second_approver)

    workflow.campaigns.close_campaign(campaign, by=UserFactory(administrator=True))

    late.refresh_from_db()
    assert (late.status, sheet.status) == (SheetStatus.NOT_HANDED_IN, SheetStatus.APPROVED)


def test_the_database_itself_refuses_an_approval_without_every_visa(sheet: CommitmentSheet, contributor: User) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)

    force_step()
    CommitmentSheet.objects.filter(pk=sheet.pk).update(status=SheetStatus.APPROVED)
    with pytest.raises(IntegrityError, match="Il manque le visa de"):
        check_now()


def test_the_database_itself_keeps_the_visas_of_what_is_approved(
    sheet: CommitmentSheet, contributor: User, first_approver: User, second_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)
    workflow.sheets.approve_sheet(sheet, by=second_approver)

    Visa.objects.about(sheet).delete()

    with pytest.raises(IntegrityError, match="Il manque le visa de"):
        check_now()


def test_the_level_of_a_commitment_is_the_one_on_which_every_party_agrees(campaign: Campaign) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign)
    first, second = sheet.campaign.protocol.parties.all()
    AssessmentFactory(sheet=sheet, party=first, level="on_track")
    alone = sheet.level
    AssessmentFactory(sheet=sheet, party=second, level="on_track")

    assert (alone, sheet.level, sheet.assessments_differ) == (None, "on_track", False)


def test_assessments_that_differ_give_no_level(campaign: Campaign) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign)
    first, second = sheet.campaign.protocol.parties.all()
    AssessmentFactory(sheet=sheet, party=first, level="on_track")
    AssessmentFactory(sheet=sheet, party=second, level="reached")

    assert (sheet.level, sheet.assessments_differ) == (None, True)


def test_a_party_may_refuse_that_a_sheet_be_set_aside(
    sheet: CommitmentSheet, first_approver: User, second_approver: User
) -> None:
    workflow.sheets.set_aside(sheet, by=first_approver, reason="Action terminée")

    workflow.sheets.refuse_to_set_aside(sheet, by=second_approver, reason="Un reliquat reste dû")

    assert sheet.status == SheetStatus.TO_FILL
    with pytest.raises(workflow.Refused, match="Aucune partie ne propose"):
        workflow.sheets.agree_to_set_aside(sheet, by=second_approver)
    with pytest.raises(workflow.Refused, match="Aucune partie ne propose"):
        workflow.sheets.refuse_to_set_aside(sheet, by=second_approver, reason="Encore")


def test_the_database_itself_refuses_to_set_a_sheet_aside_without_every_party(sheet: CommitmentSheet) -> None:
    force_step()
    CommitmentSheet.objects.filter(pk=sheet.pk).update(status=SheetStatus.NOT_APPLICABLE)

    with pytest.raises(IntegrityError, match="Il manque le visa de"):
        check_now()


def test_a_sheet_in_english_is_handed_in_and_waits_for_french_words(
    campaign: Campaign, contributor: User, first_approver: User
) -> None:
    english = CommitmentSheetFactory(campaign=campaign, progress_en="Two operations were supported.")
    workflow.sheets.submit_sheet(english, by=contributor)

    with pytest.raises(workflow.Refused, match=r"Faits marquants.*le texte français"):
        workflow.sheets.approve_sheet(english, by=first_approver)


def test_a_text_too_long_is_not_handed_in(campaign: Campaign, contributor: User) -> None:
    long = CommitmentSheetFactory(campaign=campaign, progress="mot " * 300)

    with pytest.raises(workflow.Refused, match="900 caractères au plus"):
        workflow.sheets.submit_sheet(long, by=contributor)


def test_a_party_gives_its_level_of_a_commitment_before_its_visa(
    campaign: Campaign, contributor: User, first_approver: User, second_approver: User
) -> None:
    sheet = CommitmentSheetFactory(campaign=campaign, progress="Fait.")
    first, second = campaign.protocol.parties.all()
    AssessmentFactory(sheet=sheet, party=first)
    workflow.sheets.submit_sheet(sheet, by=contributor)

    workflow.sheets.approve_sheet(sheet, by=first_approver)

    with pytest.raises(workflow.Refused, match=rf"Avant votre visa, il manque.*Niveau selon {second}"):
        workflow.sheets.approve_sheet(sheet, by=second_approver)
    assert Visa.objects.about(sheet).get().party == first


def test_a_sheet_whose_day_has_passed_is_noted_as_not_handed_in(
    sheet: CommitmentSheet, contributor: User, first_approver: User
) -> None:
    workflow.sheets.submit_sheet(sheet, by=contributor)
    workflow.sheets.approve_sheet(sheet, by=first_approver)

    workflow.sheets.miss_sheet(sheet, by=User.objects.calendar())

    assert sheet.status == SheetStatus.NOT_HANDED_IN
    assert not Visa.objects.about(sheet).in_force()
