"""Every change of a status: who may take a step, from where, what must hold. No other path changes one."""

from . import campaigns, jobs, people, records, reports, responses, reviewing, sheets, visas, withdrawals
from .engine import STEPS, Changes, Refused, Step, Taken, after, available, by_name, noting, take_all
from .records import archive, hand_back, publish, publish_loaded, reopen, restore, submit

__all__ = [
    "STEPS",
    "Changes",
    "Refused",
    "Step",
    "Taken",
    "after",
    "archive",
    "available",
    "by_name",
    "campaigns",
    "hand_back",
    "jobs",
    "noting",
    "people",
    "publish",
    "publish_loaded",
    "records",
    "reopen",
    "reports",
    "responses",
    "restore",
    "reviewing",
    "sheets",
    "submit",
    "take_all",
    "visas",
    "withdrawals",
]
