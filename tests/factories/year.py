"""Campaigns, yearly sheets, meetings and reports."""

from datetime import date
from hashlib import sha256
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from programmes.enums import Level, MeetingKind
from programmes.models import (
    AnnualReport,
    Campaign,
    CommitmentAssessment,
    CommitmentEvidence,
    CommitmentSheet,
    Edition,
    EditionPublication,
    EditionWithdrawal,
    SteeringMeeting,
    WithdrawalAgreement,
)

from .accounts import UserFactory
from .agreement import CommitmentFactory, PartyFactory, ProtocolFactory


class CampaignFactory(DjangoModelFactory):
    """The yearly campaign of 2024, planned."""

    class Meta:
        model = Campaign

    protocol = factory.SubFactory(ProtocolFactory)
    year = 2024
    starts_on = factory.LazyAttribute(lambda row: date(row.year, 1, 1))
    ends_on = factory.LazyAttribute(lambda row: date(row.year, 12, 31))
    money_as_of = factory.SelfAttribute("ends_on")


class CommitmentSheetFactory(DjangoModelFactory):
    """The sheet of a commitment, to be filled in; `judged=True`: every party has given its level."""

    class Meta:
        model = CommitmentSheet
        skip_postgeneration_save = True

    campaign = factory.SubFactory(CampaignFactory)
    commitment = factory.SubFactory(CommitmentFactory, protocol=factory.SelfAttribute("..campaign.protocol"))

    @factory.post_generation
    def judged(self: Any, create: bool, wanted: bool, **_options: Any) -> None:
        """The same level by every party."""
        for party in self.campaign.protocol.parties.all() if create and wanted else ():
            AssessmentFactory(sheet=self, party=party)


class AssessmentFactory(DjangoModelFactory):
    """What a party says of a commitment."""

    class Meta:
        model = CommitmentAssessment

    sheet = factory.SubFactory(CommitmentSheetFactory)
    party = factory.SubFactory(PartyFactory, protocol=factory.SelfAttribute("..sheet.campaign.protocol"))
    level = Level.ON_TRACK


class CommitmentEvidenceFactory(DjangoModelFactory):
    """A press release."""

    class Meta:
        model = CommitmentEvidence

    sheet = factory.SubFactory(CommitmentSheetFactory)
    title = factory.Sequence(lambda n: f"Communiqué {n}")


class MeetingFactory(DjangoModelFactory):
    """A steering committee."""

    class Meta:
        model = SteeringMeeting

    protocol = factory.SubFactory(ProtocolFactory)
    kind = MeetingKind.STEERING
    held_on = date(2025, 3, 10)


class AnnualReportFactory(DjangoModelFactory):
    """The report of a campaign, in preparation."""

    class Meta:
        model = AnnualReport

    campaign = factory.SubFactory(CampaignFactory)


class EditionFactory(DjangoModelFactory):
    """A frozen edition: a candidate until a publication row says otherwise."""

    class Meta:
        model = Edition

    report = factory.SubFactory(AnnualReportFactory)
    number = factory.LazyAttribute(lambda row: row.report.editions.count() + 1)
    content = factory.LazyFunction(dict)
    checksum = factory.LazyAttribute(lambda row: sha256(f"{row.report.pk}-{row.number}".encode()).hexdigest())
    reason = factory.LazyAttribute(lambda row: "" if row.number == 1 else "Un montant était faux.")
    frozen_at = factory.LazyFunction(timezone.now)
    frozen_by = factory.SubFactory(UserFactory)


def publish(edition: Edition) -> Edition:
    """Make an edition public, whatever its report says."""
    EditionPublication.objects.create(edition=edition, published_at=timezone.now(), published_by=UserFactory())
    return edition


def withdraw(edition: Edition) -> Edition:
    """Take a published edition back for a legal reason, with the agreement of every party."""
    by, now = UserFactory(), timezone.now()
    for party in edition.report.campaign.protocol.parties.all():
        WithdrawalAgreement.objects.create(
            edition=edition, party=party, reason="Décision de justice", given_at=now, given_by=by
        )
    EditionWithdrawal.objects.create(edition=edition, reason="Décision de justice", withdrawn_at=now, withdrawn_by=by)
    return edition
