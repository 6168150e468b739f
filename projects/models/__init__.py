"""The tables of the joint actions and of the money."""

from .balance import Line, Money, added_up, by_funders, lines_of, money_lists, money_of, total
from .grants import Grant, GrantAmendment, Instalment, Payment
from .life import Call, Event, KeyFigure, Milestone, Output, numbered
from .money import Contribution, ContributionFunder, Expense, FundingScheme
from .papers import Document
from .partners import Participation, TeamMember
from .projects import Project, ProjectCommitment, ProjectTheme
from .sheets import EventEvidence, OutputEvidence, ProjectEvidence, ProjectSheet

__all__ = [
    "Call",
    "Contribution",
    "ContributionFunder",
    "Document",
    "Event",
    "EventEvidence",
    "Expense",
    "FundingScheme",
    "Grant",
    "GrantAmendment",
    "Instalment",
    "KeyFigure",
    "Line",
    "Milestone",
    "Money",
    "Output",
    "OutputEvidence",
    "Participation",
    "Payment",
    "Project",
    "ProjectCommitment",
    "ProjectEvidence",
    "ProjectSheet",
    "ProjectTheme",
    "TeamMember",
    "added_up",
    "by_funders",
    "lines_of",
    "money_lists",
    "money_of",
    "numbered",
    "total",
]
