"""Posting: a mail becomes a row of the outbox, in the transaction of what it tells; then the bell is rung."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from .. import bell
from ..enums import Language
from ..models import Mail, User
from ..models.mails import MailKind
from .composing import compose

SEND = "programmes.send_mails"


class Options(TypedDict, total=False):
    """What else may be said of a mail."""

    user: User  # the account written to
    not_before: datetime
    headers: dict[str, str]
    is_demo: bool


def post(
    template: str,
    *,
    to: str,
    kind: MailKind,
    context: Mapping[str, Any] | None = None,
    language: str = Language.FRENCH,
    secret: bool = False,
    key: str = "",
    **more: Unpack[Options],
) -> Mail:
    """Write a mail to the outbox; see the package. With a `key` used before, nothing is written again.

    Raises TemplateDoesNotExist for a mail without templates.
    """
    if key and (known := Mail.objects.filter(key=key).first()):
        return known
    content = compose(template, language, context or {})
    said = {"subject": content.subject[:200], "text": content.text, "html": content.html}
    user = more.get("user")
    more["is_demo"] = more.get("is_demo", False) or bool(user and user.is_demo)
    return _write(key, template=template, to=to, kind=kind, language=language, is_secret=secret, **said, **more)


def post_late(template: str, *, to: str, kind: MailKind, **options: Any) -> Mail:
    """Write down that a mail is to be composed as it goes, from these options: its secret is never stored."""
    return _write("", template=template, to=to, kind=kind, is_secret=True, options=options)


def ring() -> None:
    """Tell the workers that mails wait."""
    bell.ring(SEND, waits="a mail")


def _write(key: str, **fields: Any) -> Mail:
    """The row, once for a key even when two write it at the same instant."""
    if key:
        mail, _made = Mail.objects.get_or_create(key=key, defaults=fields)
    else:
        mail = Mail.objects.create(**fields)
    ring()
    return mail
