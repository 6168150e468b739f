"""Something handed back is told at once to whoever sent it: by their link, or by a mail to their account."""

from typing import Any

from .. import mails, workflow
from ..models import ReminderSettings, ResponseLink, StatusChange, User, YearlySheet
from ..models.reminding import Pace
from ..sections.addresses import change_page
from .inviting import write_returned

SENDING = {"hand_back_sheet": "submit_sheet", "hand_back": "submit"}


@workflow.after(*SENDING)
def tell(record: Any, line: StatusChange) -> None:
    """Write to the sender of what comes back, with the reason; the digest of the morning tells the others."""
    sent = StatusChange.objects.about(record).filter(step=SENDING[line.step]).order_by("-made_at", "-pk").first()
    if sent is None:
        return
    if sent.link_id and isinstance(record, YearlySheet):
        link = ResponseLink.objects.live().with_names().filter(pk=sent.link_id).first()
        if link is not None:
            write_returned(link, record, line)
    elif sent.made_by_id != line.made_by_id and wants(sent.made_by):
        _write(sent.made_by, record, line)


def wants(user: User) -> bool:
    """Whether somebody reads mails of ours: an open account of a person who did not stop them."""
    stopped = ReminderSettings.objects.filter(user=user, pace=Pace.NONE)
    return user.is_active and not user.is_calendar and not user.is_respondents and not stopped.exists()


def _write(user: User, record: Any, line: StatusChange) -> None:
    fields = line.details.get("fields", {})
    asked = [(one.label, fields[one.name]) for one in getattr(record, "questions", ()) if one.name in fields]
    mails.post(
        "returned",
        to=user.email,
        kind=mails.MailKind.NOTICE,
        context={"record": str(record), "who": line.author, "reason": line.reason, "asked": asked,
                 "link": mails.absolute(change_page(record))},
        key=f"returned-{line.pk}",
        user=user,
        is_demo=line.is_demo,
    )  # fmt: skip
