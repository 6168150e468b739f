"""The history of a record: when, who, why, from what to what, its rows included."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pghistory
from django.test import Client

from programmes.models import Theme, User
from tests.admin.conftest import Typed, address
from tests.factories import IndicatorValueFactory, PersonFactory, ThemeFactory, ThesisFactory


def words(client: Client, record: object) -> str:
    return client.get(address(record, "history")).text.replace("\u00a0", " ")  # type: ignore[arg-type]


def test_an_edit_is_told_in_words_with_its_author(desk: Client, typed: Typed, administrator: User) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))

    history = words(desk, theme)

    assert str(administrator) in history
    assert "<dt>Intitulé officiel</dt>" in history
    assert "<del>Avant</del> → <ins>Après</ins>" in history


def test_links_are_told_by_name_and_states_in_words(desk: Client, administrator: User) -> None:
    thesis = ThesisFactory()
    person = PersonFactory(given_name="Alix", family_name="Nouvelle")
    decided = datetime(2025, 1, 2, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    changes = {"is_cifre": True, "planned_defence": "2025-11-03", "name_public_at": decided}
    type(thesis).objects.update(candidate=person, name_public_by=administrator, **changes)

    history = words(desk, thesis)

    assert "<ins>Alix Nouvelle</ins>" in history
    assert "<ins>02/01/2025 à 9 h 30</ins>" in history
    assert "<del>non</del> → <ins>oui</ins>" in history
    assert "<del>non renseigné</del> → <ins>03/11/2025</ins>" in history


def test_rows_of_a_record_belong_to_its_history_even_deleted(desk: Client) -> None:
    value = IndicatorValueFactory(actual=9)
    type(value).objects.update(actual=10)
    value.delete()

    history = words(desk, value.indicator)

    assert "Création – valeur d’un indicateur" in history
    assert "<del>9</del> → <ins>10</ins>" in history
    assert "Suppression – valeur d’un indicateur" in history


def test_what_came_from_a_load_says_why(desk: Client, administrator: User) -> None:
    theme = ThemeFactory()
    with pghistory.context(user=administrator.pk, reason="Import du 3 mars"):
        Theme.objects.update(label="Importé")

    assert "Import du 3 mars" in words(desk, theme)


def test_a_link_to_what_was_deleted_since_still_reads(desk: Client) -> None:
    thesis = ThesisFactory()
    person = PersonFactory()
    type(thesis).objects.update(candidate=person)
    type(thesis).objects.update(candidate=None)
    person.delete()

    assert "(supprimé depuis)" in words(desk, thesis)


def test_a_record_that_does_not_exist_has_no_history(desk: Client) -> None:
    theme = ThemeFactory()
    theme.pk = 0

    assert desk.get(address(theme, "history")).status_code == 302
