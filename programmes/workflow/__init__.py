"""Every change of a status: who may take a step, from where, what must hold. No other path changes one."""

from . import campaigns, jobs, records, reports, sheets, visas
from .engine import Changes, Refused, Step, available, by_name
from .records import archive, hand_back, publish, publish_loaded, reopen, restore, submit

__all__ = [
    "Changes",
    "Refused",
    "Step",
    "archive",
    "available",
    "by_name",
    "campaigns",
    "hand_back",
    "jobs",
    "publish",
    "publish_loaded",
    "records",
    "reopen",
    "reports",
    "restore",
    "sheets",
    "submit",
    "visas",
]
