"""The tables of the co-funded theses."""

from .funding import ThesisFunding
from .life import ContractEvent, FollowUp, Outcome, Registration, Supervision, ThesisOutput
from .schools import DoctoralSchool
from .sheets import ThesisEvidence, ThesisSheet
from .theses import Thesis, ThesisTheme

__all__ = [
    "ContractEvent",
    "DoctoralSchool",
    "FollowUp",
    "Outcome",
    "Registration",
    "Supervision",
    "Thesis",
    "ThesisEvidence",
    "ThesisFunding",
    "ThesisOutput",
    "ThesisSheet",
    "ThesisTheme",
]
