"""Visitors write: an error on a record, a question; robots and floods are kept out without a third party."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from programmes import erasure
from programmes.forms import OPEN_FOR, stamp
from programmes.models import ContactMessage, ErrorReport, Mail
from tests import factories
from tests.site.conftest import Register

RECEIVED = "/fr/contact/recu/"


def letter(**changes: Any) -> dict[str, Any]:
    """What a browser sends after a minute on the page."""
    shown_at = stamp(timezone.now() - timedelta(minutes=1))
    return {"message": "D’où vient ce chiffre ?", "email": "", "website": "", "shown_at": shown_at, **changes}


def test_an_error_is_reported_from_the_page_of_its_record(client: Client, register: Register) -> None:
    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()
    address = f"/fr/signaler/thesis/{register.thesis.reference}/"
    empty = client.get(address).context["form"]

    answer = client.post(address, letter(reason="outdated", email="lectrice@exemple.invalid"))

    report = ErrorReport.objects.get()
    assert f'href="{address}"' in page
    assert empty["reason"].value() is None
    assert (answer.status_code, answer["Location"]) == (302, RECEIVED)
    assert (report.record, report.address, report.reason, report.due_on) == (
        register.thesis,
        f"/fr/theses/{register.thesis.slug}/",
        "outdated",
        None,
    )


def test_every_kind_of_page_has_its_report(client: Client, register: Register) -> None:
    edition = factories.publish(factories.EditionFactory(report__campaign__protocol=register.protocol))
    addresses = [
        f"/fr/signaler/protocol/{register.protocol.reference}/",
        f"/fr/signaler/commitment/{register.commitment.reference}/",
        f"/fr/signaler/theme/{register.theme.reference}/",
        f"/en/report-error/laboratory/{register.laboratory.reference}/",
        f"/en/report-error/project/{register.project.reference}/",
        f"/en/report-error/annualreport/{edition.report.pk}/",
    ]

    assert [client.get(address).status_code for address in addresses] == [200] * 6


def test_a_french_title_is_said_to_be_french(client: Client, register: Register) -> None:
    type(register.thesis).objects.update(title_en="")

    page = client.get(f"/en/report-error/thesis/{register.thesis.reference}/").content.decode()

    assert f'<span lang="fr">{register.thesis.title}</span></a>' in page


@pytest.mark.parametrize("key", ["thesis/inconnue", "user/1", "nothing/x", "annualreport/x", "annualreport/0"])
def test_nothing_is_reported_where_there_is_no_page(client: Client, register: Register, key: str) -> None:
    assert client.get(f"/fr/signaler/{key}/").status_code == 404


def test_a_draft_is_not_told_by_its_report(client: Client, register: Register) -> None:
    draft = factories.ThesisFactory()
    report = factories.AnnualReportFactory()

    assert client.get(f"/fr/signaler/thesis/{draft.reference}/").status_code == 404
    assert client.get(f"/fr/signaler/annualreport/{report.pk}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(("subject", "days"), [("accessibility", 7), ("personal", 30), ("question", None)])
def test_the_law_gives_some_messages_a_term(client: Client, subject: str, days: int | None) -> None:
    client.post("/fr/contact/", letter(subject=subject))

    due_on = timezone.localdate() + timedelta(days=days) if days else None
    assert ContactMessage.objects.get().due_on == due_on


@pytest.mark.django_db
def test_who_leaves_an_address_gets_an_acknowledgement_without_their_words(client: Client) -> None:
    client.post("/en/contact/", letter(subject="accessibility", email="reader@exemple.invalid", message="Secret"))

    mail = Mail.objects.get()
    assert (mail.to, mail.language, mail.subject) == ("reader@exemple.invalid", "en", "Your message has arrived")
    assert "It is answered before" in mail.text
    assert "Secret" not in mail.text + mail.html


@pytest.mark.django_db
def test_nobody_is_flooded_in_our_name(client: Client) -> None:
    answers = [client.post("/fr/contact/", letter(subject="other", email="a@exemple.invalid")) for _ in range(8)]

    assert [answer.status_code for answer in answers] == [302] * 6 + [429] * 2
    assert (ContactMessage.objects.count(), Mail.objects.count()) == (6, 3)
    assert "attendez un quart d’heure" in answers[-1].content.decode()


@pytest.mark.django_db
def test_a_robot_is_thanked_and_forgotten(client: Client) -> None:
    answer = client.post("/fr/contact/", letter(subject="other", website="https://exemple.invalid"))

    assert (answer["Location"], ContactMessage.objects.count()) == (RECEIVED, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("shown_at", "words"),
    [
        (lambda: stamp(timezone.now()), "de trop près"),
        (lambda: stamp(timezone.now() - OPEN_FOR - timedelta(minutes=1)), "trop longtemps"),
        (lambda: "1:forged", "trop longtemps"),
        (lambda: "", "trop longtemps"),
    ],
)
def test_what_comes_too_fast_or_too_late_is_shown_again(client: Client, shown_at: Any, words: str) -> None:
    refused = client.post("/fr/contact/", letter(subject="other", shown_at=shown_at()))
    again = refused.context["form"]

    sent = client.post("/fr/contact/", letter(subject="other", shown_at=again["shown_at"].value()))

    assert (refused.status_code, words in refused.content.decode()) == (422, True)
    assert "D’où vient ce chiffre" in refused.content.decode()
    assert (sent.status_code, ContactMessage.objects.count()) == (302, 1)


@pytest.mark.django_db
def test_what_is_missing_is_said_beside_its_field_and_at_the_top(client: Client) -> None:
    page = client.post("/fr/contact/", letter(message="", email="x")).content.decode()

    assert '<a href="#id_subject_0">Dites sur quoi porte votre message.</a>' in page
    assert '<a href="#id_message">Écrivez votre message.</a>' in page
    assert 'aria-invalid="true" aria-describedby="id_email_helptext id_email_error"' in page


@pytest.mark.django_db
def test_a_link_names_the_subject(client: Client) -> None:
    asked = client.get("/fr/contact/?subject=accessibility").context["form"]
    wrong = client.get("/fr/contact/?subject=x").context["form"]

    assert (asked["subject"].value(), wrong["subject"].value()) == ("accessibility", None)


def test_a_forged_letter_is_refused_in_the_language_of_the_page(db: None) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/en/contact/", letter(subject="other"))

    assert (answer.status_code, ContactMessage.objects.count()) == (403, 0)
    assert "This page had been open for too long" in answer.content.decode()


def test_a_letter_is_erased_a_year_after_its_answer(db: None) -> None:
    now = timezone.now()
    clerk = factories.UserFactory()
    old = factories.ErrorReportFactory(outcome="answered", handled_at=now - timedelta(days=366), handled_by=clerk)
    kept = factories.ContactMessageFactory(outcome="answered", handled_at=now - timedelta(days=364), handled_by=clerk)
    factories.ContactMessageFactory()

    gone = erasure.forget_letters(now)

    history = ErrorReport.history.rel.related_model.objects  # type: ignore[attr-defined]
    assert (gone, ErrorReport.objects.count(), ContactMessage.objects.count()) == (1, 0, 2)
    assert (history.filter(id=old.pk).count(), ContactMessage.objects.filter(pk=kept.pk).exists()) == (0, True)
