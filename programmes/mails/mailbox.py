"""The mailbox of an embedded start: what was sent without a mail server, kept in the data folder and read there."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as Parsed
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

BACKEND = "programmes.mails.mailbox.MailboxBackend"
KEPT = 500  # the latest; older files go


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail as its reader has it."""

    name: str
    to: str
    subject: str
    sent_at: datetime
    text: str
    html: str
    headers: tuple[tuple[str, str], ...]


class MailboxBackend(BaseEmailBackend):
    """Keeps each message as a file that this account alone can read. The same Message-ID twice is one file."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        """Write them down; how many there were."""
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for email in email_messages:
            message = email.message()
            file = folder / f"{_name(message['Message-ID'])}.eml"
            part = file.with_suffix(".part")
            part.touch(mode=0o600)
            part.write_bytes(message.as_bytes(linesep="\r\n"))
            part.replace(file)
        for old in _files()[KEPT:]:
            old.unlink(missing_ok=True)
        return len(email_messages)


def is_in_use() -> bool:
    """Whether mails stay on this machine."""
    return settings.EMAIL_BACKEND == BACKEND


def letters(number: int) -> list[Letter]:
    """What was sent, the latest first, so many at most."""
    return [_read(file) for file in _files()[:number]]


def letter(name: str) -> Letter | None:
    """One of them; None when there is none of that name."""
    return next((_read(file) for file in _files() if file.stem == name), None)


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


def _files() -> list[Path]:
    return sorted(_folder().glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)


def _name(message_id: str) -> str:
    return hashlib.sha256(message_id.encode()).hexdigest()[:16]


def _read(file: Path) -> Letter:
    message: Any = message_from_bytes(file.read_bytes(), policy=policy.default)
    return Letter(
        name=file.stem,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        sent_at=message["Date"].datetime,
        text=_part(message, "plain"),
        html=_part(message, "html"),
        headers=tuple((name, str(value)) for name, value in message.items()),
    )


def _part(message: Parsed, kind: str) -> str:
    part: Any = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else ""
