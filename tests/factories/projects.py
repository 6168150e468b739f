"""Joint actions and money."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from projects.enums import ProjectKind, ProjectState
from projects.models import (
    Call,
    Contribution,
    Event,
    Expense,
    FundingScheme,
    Grant,
    Payment,
    Project,
    ProjectSheet,
)

from .partners import OrganisationFactory
from .records import RecordFactory
from .year import CampaignFactory


class ProjectFactory(RecordFactory):
    """A joint action under way."""

    class Meta:
        model = Project

    reference = factory.Sequence(lambda n: f"action-{n}")
    slug = factory.SelfAttribute("reference")
    kind = ProjectKind.RESEARCH
    title = factory.Sequence(lambda n: f"Action inventée {n}")
    title_en = factory.Sequence(lambda n: f"Invented action {n}")
    state = ProjectState.RUNNING


class CallFactory(RecordFactory):
    """A call of an action."""

    class Meta:
        model = Call

    reference = factory.Sequence(lambda n: f"appel-{n}")
    slug = factory.SelfAttribute("reference")
    project = factory.SubFactory(ProjectFactory)
    title = factory.Sequence(lambda n: f"Appel inventé {n}")


class EventFactory(RecordFactory):
    """Something that happened."""

    class Meta:
        model = Event

    reference = factory.Sequence(lambda n: f"evenement-{n}")
    slug = factory.SelfAttribute("reference")
    title = factory.Sequence(lambda n: f"Forum inventé {n}")
    starts_on = date(2024, 6, 3)


class FundingSchemeFactory(DjangoModelFactory):
    """A funding scheme."""

    class Meta:
        model = FundingScheme

    reference = factory.Sequence(lambda n: f"dispositif-{n}")
    name = factory.Sequence(lambda n: f"Dispositif inventé {n}")


class ContributionFactory(DjangoModelFactory):
    """Planned money; add its funders with `contribution.funder_links.create(organisation=…)`."""

    class Meta:
        model = Contribution

    project = factory.SubFactory(ProjectFactory)
    reference = factory.Sequence(lambda n: f"contribution-{n}")
    amount = Decimal(100_000)


class GrantFactory(DjangoModelFactory):
    """A voted grant of 100 000 €, its agreement signed."""

    class Meta:
        model = Grant

    project = factory.SubFactory(ProjectFactory)
    reference = factory.Sequence(lambda n: f"subvention-{n}")
    organisation = factory.SubFactory(OrganisationFactory)
    beneficiary = factory.SubFactory(OrganisationFactory)
    purpose = "Équipement"
    amount = Decimal(100_000)
    voted_on = date(2022, 3, 14)
    convention_signed_on = date(2022, 6, 1)


class PaymentFactory(DjangoModelFactory):
    """A payment of 10 000 €."""

    class Meta:
        model = Payment

    grant = factory.SubFactory(GrantFactory)
    mandate_number = factory.Sequence(lambda n: f"M{n}")
    budget_year = 2023
    paid_on = date(2023, 5, 2)
    amount = Decimal(10_000)


class ExpenseFactory(DjangoModelFactory):
    """Half a salary, declared."""

    class Meta:
        model = Expense

    project = factory.SubFactory(ProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    year = 2023
    purpose = factory.Sequence(lambda n: f"Demi-salaire {n}")
    amount = Decimal(21_000)


class ProjectSheetFactory(DjangoModelFactory):
    """The yearly sheet of an action, to be filled in."""

    class Meta:
        model = ProjectSheet

    campaign = factory.SubFactory(CampaignFactory)
    project = factory.SubFactory(ProjectFactory)
