"""Situations for the tests: one small factory a table, traits for what a test is about.

Names are invented and unlike any real one. `published=True` publishes a record the way a load does.
"""

from .accounts import AssignmentFactory, UserFactory
from .agreement import CommitmentFactory, PartyFactory, ProtocolFactory, SignatureFactory, ThemeFactory
from .duties import ContactMessageFactory, DeclarationFactory, ErrorReportFactory
from .partners import IdentifierFactory, LaboratoryFactory, OrganisationFactory, PersonFactory, UnitCodeFactory
from .projects import (
    CallFactory,
    ContributionFactory,
    EventFactory,
    ExpenseFactory,
    FundingSchemeFactory,
    GrantFactory,
    PaymentFactory,
    ProjectFactory,
    ProjectSheetFactory,
)
from .results import IndicatorFactory, IndicatorValueFactory
from .theses import DoctoralSchoolFactory, ThesisFactory, ThesisFundingFactory, ThesisSheetFactory
from .year import (
    AnnualReportFactory,
    AssessmentFactory,
    CampaignFactory,
    CommitmentEvidenceFactory,
    CommitmentSheetFactory,
    EditionFactory,
    MeetingFactory,
)
from .year import (
    publish as publish,
)
from .year import (
    withdraw as withdraw,
)

__all__ = [
    "AnnualReportFactory",
    "AssessmentFactory",
    "AssignmentFactory",
    "CallFactory",
    "CampaignFactory",
    "CommitmentEvidenceFactory",
    "CommitmentFactory",
    "CommitmentSheetFactory",
    "ContactMessageFactory",
    "ContributionFactory",
    "DeclarationFactory",
    "DoctoralSchoolFactory",
    "EditionFactory",
    "ErrorReportFactory",
    "EventFactory",
    "ExpenseFactory",
    "FundingSchemeFactory",
    "GrantFactory",
    "IdentifierFactory",
    "IndicatorFactory",
    "IndicatorValueFactory",
    "LaboratoryFactory",
    "MeetingFactory",
    "OrganisationFactory",
    "PartyFactory",
    "PaymentFactory",
    "PersonFactory",
    "ProjectFactory",
    "ProjectSheetFactory",
    "ProtocolFactory",
    "SignatureFactory",
    "ThemeFactory",
    "ThesisFactory",
    "ThesisFundingFactory",
    "ThesisSheetFactory",
    "UnitCodeFactory",
    "UserFactory",
]
