"""Respondents without an account: which sheets their personal link holds, what they answer, the mails they get.

`remind(campaign, links)` is what « Relancer » calls: to each link its own mail, at most once a day.
"""

from . import returning
from .access import sheets_of
from .inviting import Reminded, invite_all, invite_at, remind, send_anew, without_address

__all__ = ["Reminded", "invite_all", "invite_at", "remind", "returning", "send_anew", "sheets_of", "without_address"]
