"""Typed readers of the environment: a wrong variable stops the start with a sentence that names it."""

import os
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The variable's text, or the default when it is absent or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """A yes or no. Raises ImproperlyConfigured on any other word."""
    match text(name, "on" if default else "off").lower():
        case "on" | "1" | "true" | "yes" | "oui":
            return True
        case "off" | "0" | "false" | "no" | "non":
            return False
        case word:
            raise ImproperlyConfigured(f"{name} doit valoir on ou off, pas « {word} ».")


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()] or list(default)


def required(name: str) -> str:
    """The variable's text. Raises ImproperlyConfigured when it is missing."""
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"La variable {name} manque ; voir .env.example.")


def url(name: str, schemes: tuple[str, ...]) -> str:
    """An address, or "" when absent. Raises ImproperlyConfigured when its scheme is none of those accepted."""
    value = text(name)
    if value and urlsplit(value).scheme not in schemes:
        accepted = ", ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} doit commencer par l’un de ces préfixes : {accepted}.")
    return value


def email(name: str, *, local: bool) -> dict[str, object]:
    """Django's mail settings from smtp://user:password@host:port?tls=on.

    Absent: an embedded start keeps mails in its data folder, any other one has a mail server on its own machine.
    """
    value = urlsplit(url(name, ("smtp", "smtps", "console")))
    if value.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if not value.scheme and local:
        return {"EMAIL_BACKEND": "programmes.mails.mailbox.MailboxBackend"}
    options = parse_qs(value.query)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": value.hostname or "localhost",
        "EMAIL_PORT": value.port or (465 if value.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(value.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(value.password or ""),
        "EMAIL_USE_SSL": value.scheme == "smtps",
        "EMAIL_USE_TLS": options.get("tls", ["off"])[0] == "on",
    }
