"""Configuration from the environment: what a variable may say, and the sentence that names a wrong one."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from normandie_cnrs import environment, settings

VARIABLE = "ESSAI"


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Starts from an absent variable."""
    monkeypatch.delenv(VARIABLE, raising=False)
    return monkeypatch


def test_an_absent_or_empty_text_is_the_default(write: pytest.MonkeyPatch) -> None:
    assert environment.text(VARIABLE, "défaut") == "défaut"

    write.setenv(VARIABLE, "  ")

    assert environment.text(VARIABLE, "défaut") == "défaut"


@pytest.mark.parametrize(("said", "meant"), [("on", True), ("OUI", True), ("1", True), ("off", False), ("non", False)])
def test_a_yes_or_a_no_may_be_said_in_several_words(write: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    write.setenv(VARIABLE, said)

    assert environment.flag(VARIABLE, default=not meant) is meant


@pytest.mark.parametrize("default", [True, False])
def test_silence_is_the_default(write: pytest.MonkeyPatch, default: bool) -> None:
    assert environment.flag(VARIABLE, default=default) is default


def test_any_other_word_is_refused(write: pytest.MonkeyPatch) -> None:
    write.setenv(VARIABLE, "peut-être")

    with pytest.raises(ImproperlyConfigured, match="ESSAI doit valoir on ou off, pas « peut-être »"):
        environment.flag(VARIABLE, default=True)


def test_words_are_separated_by_commas(write: pytest.MonkeyPatch) -> None:
    assert environment.words(VARIABLE, ("localhost",)) == ["localhost"]

    write.setenv(VARIABLE, "a.example, b.example,")

    assert environment.words(VARIABLE) == ["a.example", "b.example"]


def test_a_required_variable_that_is_missing_is_named(write: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="La variable ESSAI manque"):
        environment.required(VARIABLE)

    write.setenv(VARIABLE, "présente")

    assert environment.required(VARIABLE) == "présente"


def test_an_address_has_one_of_the_schemes_expected(write: pytest.MonkeyPatch) -> None:
    write.setenv(VARIABLE, "redis://localhost")

    assert environment.url(VARIABLE, ("redis",)) == "redis://localhost"
    with pytest.raises(ImproperlyConfigured, match=r"ESSAI doit commencer par .* amqp://, rediss://"):
        environment.url(VARIABLE, ("amqp", "rediss"))


@pytest.mark.parametrize(
    ("address", "local", "backend"),
    [
        ("", True, "programmes.mails.mailbox.MailboxBackend"),
        ("", False, "django.core.mail.backends.smtp.EmailBackend"),
        ("console://", False, "django.core.mail.backends.console.EmailBackend"),
    ],
)
def test_without_a_server_mails_stay_here_or_go_to_the_machine_s_own(
    write: pytest.MonkeyPatch, address: str, local: bool, backend: str
) -> None:
    write.setenv(VARIABLE, address)

    assert environment.email(VARIABLE, local=local)["EMAIL_BACKEND"] == backend


@pytest.mark.parametrize(
    ("address", "host", "port", "ssl", "tls"),
    [
        ("smtp://courrier.example", "courrier.example", 25, False, False),
        ("smtp://courrier.example:587?tls=on", "courrier.example", 587, False, True),
        ("smtps://courrier.example", "courrier.example", 465, True, False),
    ],
)
def test_a_mail_server_is_one_address(
    write: pytest.MonkeyPatch, address: str, host: str, port: int, ssl: bool, tls: bool
) -> None:
    write.setenv(VARIABLE, address)

    read = environment.email(VARIABLE, local=True)

    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == (host, port)
    assert (read["EMAIL_USE_SSL"], read["EMAIL_USE_TLS"]) == (ssl, tls)


def test_a_mail_account_may_hold_any_character(write: pytest.MonkeyPatch) -> None:
    write.setenv(VARIABLE, "smtp://moi%40exemple.fr:p%3Ass@courrier.example")

    read = environment.email(VARIABLE, local=True)

    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"]) == ("moi@exemple.fr", "p:ss")


def test_every_variable_that_is_read_is_explained() -> None:
    source = Path(settings.__file__).read_text()
    explained = (settings.BASE_DIR / ".env.example").read_text()

    read = set(re.findall(r'environment\.\w+\(\s*"(\w+)"', source)) - {"LOCALSTACK"}

    assert read == {name for name in read if f"\n{name}=" in explained}
