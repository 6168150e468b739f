"""Sending: one worker at a time empties the outbox; what fails waits longer each time."""

import logging
from collections.abc import Callable
from contextlib import closing
from email.utils import format_datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import timezone

from ..claims import claim
from ..models import Mail
from . import mailbox, passwords
from .composing import Content
from .posting import ring

logger = logging.getLogger(__name__)

OUTBOX = 2022  # the family of our advisory lock
AT_ONCE = 500  # mails of one round; the bell is rung again for the others
# What a server says against one mail alone: the others may still go.
AGAINST_ONE = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)
# Mails composed as they go, by template; None: there is nobody to write to.
LATE: dict[str, Callable[[Mail], Content | None]] = {
    "reset": passwords.compose_link,
    "invitation": passwords.compose_link,
}


def send_due() -> None:
    """Send what is due, unless another worker is at it; stop when the server does not answer."""
    with claim(OUTBOX) as mine:
        if not mine:
            return
        Mail.objects.outdated(timezone.now()).delete()
        with closing(get_connection()) as server:
            for _round in range(AT_ONCE):
                mail = Mail.objects.due(timezone.now()).first()
                if mail is None or not _try(mail, server):
                    return
    ring()


def _try(mail: Mail, server: Any) -> bool:
    """Send one mail and write down what came of it; whether to go on with the others."""
    if mail.is_demo and not mailbox.is_in_use():
        mail.give_up("Destinataire de démonstration\u00a0: rien ne part vers un vrai serveur.")
        return True
    mail.note_attempt()
    try:
        message = message_of(mail)
        if message is None:
            mail.delete()
            return True
        server.send_messages([message])
    except AGAINST_ONE as error:
        mail.note_failure(f"{type(error).__name__}: {error}")
        return True
    except OSError as error:  # smtplib's own errors are of this kind
        logger.warning("the mail server does not answer: %s", type(error).__name__)
        mail.note_failure(f"{type(error).__name__}: {error}")
        return False
    except Exception as error:
        logger.exception("mail %s cannot be composed", mail.pk)
        mail.note_failure(type(error).__name__)
        return True
    mail.note_sent()
    return True


def message_of(mail: Mail) -> EmailMultiAlternatives | None:
    """The message, composed now when it holds no text yet; None when there is nobody to write to."""
    content: Content | None = Content(subject=mail.subject, text=mail.text, html=mail.html)
    if not mail.text and mail.template in LATE:
        content = LATE[mail.template](mail)
    if content is None:
        return None
    mail.subject = content.subject[:200]
    fixed = {
        "Message-ID": mail.message_id,
        "Date": format_datetime(timezone.localtime(mail.created_at)),
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.language,
    }
    message = EmailMultiAlternatives(
        content.subject, content.text, settings.DEFAULT_FROM_EMAIL, [mail.to], headers={**mail.headers, **fixed}
    )
    message.attach_alternative(content.html, "text/html")
    return message
