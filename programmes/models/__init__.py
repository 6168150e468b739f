"""The tables of the foundation, each under its queryset."""

from .accessibility import AccessibilityDeclaration
from .accounts import CALENDAR_EMAIL, RESPONDENT_EMAIL, RoleHeld, User
from .agreement import Amendment, Party, Protocol, ProtocolAct, ProtocolState, Signature
from .assignments import Assignment
from .campaigns import Campaign, CampaignDeadline
from .commitments import Commitment, CommitmentContinuation, CommitmentOwner, Theme, ThemeLaboratory
from .governance import Decision, Statement, SteeringMeeting
from .identification import Identifier
from .imports import Import, ImportState
from .jobs import Job
from .laboratories import Laboratory, LaboratoryContact, LaboratorySupervision, UnitCode
from .letters import ContactMessage, ErrorReport, Letter
from .mails import Mail
from .merging import DistinctPair, Merge, MergedRow
from .organisations import Organisation, Person
from .passages import Passage
from .reminding import ReminderSettings
from .reports import AnnualReport, Edition, EditionFile, EditionPublication
from .responses import ResponseLink, ResponseToken
from .results import Indicator, IndicatorValue
from .reviewing import ReviewLink
from .sheets import YearlySheet
from .stamps import Stamp
from .trail import FormerSlug, Remark, StatusChange, Visa
from .withdrawing import EditionWithdrawal, WithdrawalAgreement
from .year import (
    CommitmentAssessment,
    CommitmentEvidence,
    CommitmentSheet,
    Evidence,
)

__all__ = [
    "CALENDAR_EMAIL",
    "RESPONDENT_EMAIL",
    "AccessibilityDeclaration",
    "Amendment",
    "AnnualReport",
    "Assignment",
    "Campaign",
    "CampaignDeadline",
    "Commitment",
    "CommitmentAssessment",
    "CommitmentContinuation",
    "CommitmentEvidence",
    "CommitmentOwner",
    "CommitmentSheet",
    "ContactMessage",
    "Decision",
    "DistinctPair",
    "Edition",
    "EditionFile",
    "EditionPublication",
    "EditionWithdrawal",
    "ErrorReport",
    "Evidence",
    "FormerSlug",
    "Identifier",
    "Import",
    "ImportState",
    "Indicator",
    "IndicatorValue",
    "Job",
    "Laboratory",
    "LaboratoryContact",
    "LaboratorySupervision",
    "Letter",
    "Mail",
    "Merge",
    "MergedRow",
    "Organisation",
    "Party",
    "Passage",
    "Person",
    "Protocol",
    "ProtocolAct",
    "ProtocolState",
    "Remark",
    "ReminderSettings",
    "ResponseLink",
    "ResponseToken",
    "ReviewLink",
    "RoleHeld",
    "Signature",
    "Stamp",
    "Statement",
    "StatusChange",
    "SteeringMeeting",
    "Theme",
    "ThemeLaboratory",
    "UnitCode",
    "User",
    "Visa",
    "WithdrawalAgreement",
    "YearlySheet",
]
