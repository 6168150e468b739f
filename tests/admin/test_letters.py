"""Staff answer what visitors wrote: once, by mail, with the term of the law in sight."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from programmes.models import ContactMessage, Mail, User
from programmes.sections import todo
from tests import factories
from tests.admin.conftest import Typed, address


def test_an_answer_leaves_by_mail_once_in_the_language_of_the_letter(
    desk: Client, administrator: User, typed: Typed
) -> None:
    letter = factories.ContactMessageFactory(language="en")
    page = address(letter, "change")

    first = desk.post(page, typed(page, outcome="answered", answer="Du rapport de 2024."))
    again = desk.post(page, {"outcome": "answered", "answer": "Autre chose.", "seen_version": "2"})

    letter.refresh_from_db()
    mail = Mail.objects.get()
    assert (first.status_code, again.status_code) == (302, 302)
    assert (letter.answer, letter.handled_by) == ("Du rapport de 2024.", administrator)
    assert (mail.to, mail.subject) == (letter.email, "Answer to your message")
    assert "Du rapport de 2024." in mail.text
    assert "/en/contact/" in mail.text


def test_an_error_corrected_leads_back_to_its_page(desk: Client, typed: Typed) -> None:
    page = address(factories.ErrorReportFactory(address="/fr/themes/"), "change")

    desk.post(page, typed(page, outcome="corrected", answer="C’est corrigé, merci."))

    assert "/fr/themes/" in Mail.objects.get().text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"outcome": "", "answer": "Bonjour"}, "Dites la suite donnée"),
        ({"outcome": "answered", "answer": ""}, "Écrivez la réponse"),
    ],
)
def test_an_answer_goes_with_its_outcome(desk: Client, typed: Typed, sent: dict[str, str], words: str) -> None:
    page = address(factories.ContactMessageFactory(), "change")

    answer = desk.post(page, typed(page, **sent))

    assert (answer.status_code, words in answer.content.decode(), Mail.objects.count()) == (200, True, 0)


def test_what_is_set_aside_is_told_to_nobody(desk: Client, typed: Typed) -> None:
    letter = factories.ContactMessageFactory()
    page = address(letter, "change")

    desk.post(page, typed(page, outcome="set_aside"))

    assert (ContactMessage.objects.get().handled_at is None, Mail.objects.count()) == (False, 0)


def test_the_words_of_a_visitor_are_not_rewritten(desk: Client, typed: Typed) -> None:
    letter = factories.ContactMessageFactory(message="Mes mots")
    page = address(letter, "change")

    desk.post(page, typed(page, message="Les vôtres", outcome="answered", answer="Oui."))

    assert ContactMessage.objects.get().message == "Mes mots"


def test_the_list_shows_what_waits_first_with_the_days_left(desk: Client, administrator: User) -> None:
    today = timezone.localdate()
    done = {"outcome": "answered", "handled_at": timezone.now(), "handled_by": administrator}
    factories.ContactMessageFactory(message="Traitée", **done)
    factories.ContactMessageFactory(message="Sans délai")
    factories.ContactMessageFactory(message="En retard", subject="accessibility", due_on=today - timedelta(days=2))
    factories.ContactMessageFactory(message="À temps", subject="accessibility")

    page = desk.get(address(ContactMessage, "changelist"))

    assert [row.message for row in page.context["cl"].result_list] == ["En retard", "À temps", "Sans délai", "Traitée"]
    assert "2\u00a0jours de retard" in page.content.decode()


@pytest.mark.parametrize(("number", "title"), [(1, "Un message reçu"), (3, "Trois messages reçus")])
def test_messages_wait_on_the_start_page_with_the_first_term(administrator: User, number: int, title: str) -> None:
    today = timezone.localdate()
    factories.ContactMessageFactory.create_batch(number - 1)
    first = factories.ContactMessageFactory(subject="accessibility")

    tasks = todo.tasks_of(administrator, today)

    assert [(task.title, task.due_on) for task in tasks] == [(title, first.due_on)]


def test_the_declaration_tells_its_state_and_leads_to_its_page(desk: Client) -> None:
    row = factories.DeclarationFactory()

    page = desk.get(address(row, "change")).content.decode()
    rows = desk.get(address(type(row), "changelist")).content.decode()

    assert "/fr/accessibilite/" in page
    assert "non conforme" in rows
