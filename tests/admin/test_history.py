"""The history of a record: when, who, why, from what to what, its rows included."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pghistory
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from programmes.models import Theme, User
from tests.admin.conftest import Typed, address, step_of
from tests.factories import IndicatorValueFactory, PersonFactory, ThemeFactory, ThesisFactory, UserFactory


def words(client: Client, record: object) -> str:
    return client.get(address(record, "history")).text.replace("\u00a0", " ")  # type: ignore[arg-type]


def entries(client: Client, record: object, **asked: object) -> list[Any]:
    return list(client.get(address(record, "history"), asked).context["entries"])  # type: ignore[arg-type]


def change_in_turn(theme: Theme, times: int) -> None:
    for number in range(times):
        with pghistory.context(channel="form"):
            Theme.objects.filter(pk=theme.pk).update(label=f"Intitulé {number}")


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


def test_one_save_is_one_entry_with_the_rows_it_touched(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(actual=9)
    page = address(value.indicator, "change")
    before = len(entries(desk, value.indicator))
    desk.post(page, typed(page, label="Autre libellé", **{"values-0-actual": "10"}))

    latest = entries(desk, value.indicator)

    assert len(latest) == before + 1
    assert [part.what for part in latest[0].parts] == ["Modification", "Modification – valeur d’un indicateur"]
    assert latest[0].way == "Formulaire"


def test_a_long_text_is_told_by_the_words_that_differ(desk: Client) -> None:
    theme = ThemeFactory(summary=f"<p>{'Un long propos. ' * 20}</p><p>Le soutien est ancien.</p>")
    Theme.objects.update(summary=f"<p>{'Un long propos. ' * 20}</p><p>Le soutien est récent.</p>")

    history = words(desk, theme)

    assert "<del>ancien.</del> <ins>récent.</ins>" in history
    assert history.count("Un long propos") < 20


def test_a_change_made_in_the_database_itself_is_told_as_such(desk: Client) -> None:
    theme = ThemeFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE programmes_theme SET label = 'Par la base'")

    history = words(desk, theme)

    assert "Par la base" in history
    assert "Hors du site" in history


def test_a_step_is_told_with_its_reason(desk: Client) -> None:
    theme = ThemeFactory()
    desk.post(step_of(theme, "submit"), {"seen_version": 1, "reason": "relu ce matin"})

    history = words(desk, theme)

    assert "Étape « Soumettre »" in history
    assert "relu ce matin" in history
    assert "<del>brouillon</del> → <ins>soumis" in history


def test_a_role_given_is_in_the_history_of_the_account(desk: Client, typed: Typed, administrator: User) -> None:
    account = UserFactory()
    page = address(account, "change")
    desk.post(page, typed(page, groups=[Group.objects.get(name="lecteur").pk]))

    told = entries(desk, account)[0]

    assert (told.who, told.parts[-1].what) == (str(administrator), "Création – rôle tenu")
    assert told.parts[-1].changes[-1].new == "lecteur"


def test_the_history_is_narrowed_by_field_by_way_and_by_person(desk: Client, typed: Typed, administrator: User) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))

    by_label, by_rows = entries(desk, theme, field="label"), entries(desk, theme, field="lignes-remark")
    by_form, by_import = entries(desk, theme, way="form"), entries(desk, theme, way="import")
    by_me, by_nobody = entries(desk, theme, person=administrator.pk), entries(desk, theme, person=UserFactory().pk)

    assert list(map(len, (by_label, by_rows, by_form, by_import, by_me, by_nobody))) == [2, 0, 1, 0, 1, 0]


def test_a_long_history_comes_in_pages_that_forget_nothing(desk: Client) -> None:
    theme = ThemeFactory()
    change_in_turn(theme, 30)

    first = desk.get(address(theme, "history"))
    older = desk.get(address(theme, "history") + first.context["page"].older)

    assert len(first.context["entries"]) + len(older.context["entries"]) == 31
    assert older.context["page"].older == ""
    assert older.context["page"].newest


def test_a_page_that_begins_nowhere_begins_at_the_latest(desk: Client) -> None:
    theme = ThemeFactory()

    answer = desk.get(address(theme, "history"), {"avant": "hier_soir"})

    assert len(answer.context["entries"]) == 1


def test_a_longer_history_costs_no_more(desk: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    theme, other = ThemeFactory(), ThemeFactory()
    change_in_turn(theme, 2)
    change_in_turn(other, 20)
    desk.get(address(theme, "history"))
    with CaptureQueriesContext(connection) as few:
        desk.get(address(theme, "history"))

    with django_assert_num_queries(len(few)):
        desk.get(address(other, "history"))


def test_a_record_that_does_not_exist_has_no_history(desk: Client) -> None:
    theme = ThemeFactory()
    theme.pk = 0

    assert desk.get(address(theme, "history")).status_code == 302
