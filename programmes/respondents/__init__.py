"""Respondents without an account: which sheets their personal link holds, what they answer, the mails they get.

`remind(campaign, links)` is what « Relancer » calls: to each link its own mail, at most once a day.
"""

from .access import sheets_of
from .inviting import Reminded, invite_all, remind, send_anew

__all__ = ["Reminded", "invite_all", "remind", "send_anew", "sheets_of"]
