"""A real mail server on this machine, and a mail that waits for it."""

from collections.abc import Iterator

import pytest
from django.test.utils import override_settings

from programmes.mails import MailKind, post
from programmes.models import Mail
from tests.factories import UserFactory
from tests.mails.server import MailServer

LINK = "https://exemple.invalid/secret"


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """Mails go there."""
    server = MailServer()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=server.port):
        yield server
    server.stop()


@pytest.fixture
def secret(db: None) -> Mail:
    """A mail with a personal link, in the outbox."""
    return post_secret()


def post_secret(to: str = "agent@exemple.invalid", key: str = "") -> Mail:
    """Another one."""
    context = {"user": UserFactory(email=to), "link": LINK}
    return post("invitation", to=to, kind=MailKind.RESPONSE, context=context, secret=True, key=key)
