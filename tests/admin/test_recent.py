"""Recent changes across records: who, when, by which way, on which record."""

from typing import Any

import pghistory
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from programmes import channels
from programmes.models import Import, Indicator, Theme, User
from tests.admin.conftest import Typed, address, step_of
from tests.factories import (
    IndicatorValueFactory,
    OrganisationFactory,
    PersonFactory,
    ThemeFactory,
    UserFactory,
)

RECENT = "/admin/modifications/"


def lines(client: Client, **asked: Any) -> list[Any]:
    return list(client.get(RECENT, asked).context["lines"])


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


def test_a_save_is_one_line_with_its_record_and_its_fields(desk: Client, typed: Typed, administrator: User) -> None:
    value = IndicatorValueFactory(actual=9)
    page = address(value.indicator, "change")
    desk.post(page, typed(page, label="Autre libellé", **{"values-0-actual": "10"}))

    line = lines(desk)[0]

    assert (line.entry.who, line.entry.way) == (str(administrator), "Formulaire")
    assert (line.record, line.address) == ("Autre libellé", page)
    assert line.what == "2\u00a0modifications\u00a0: intitulé, réalisé"


def test_an_import_is_one_line_with_its_number_that_opens_to_its_rows(desk: Client, administrator: User) -> None:
    sent = Import.objects.create(author=administrator, name="labos.xlsx", kind="people", checksum="")
    with channels.by_import(administrator.pk, sent.pk, sent.name):
        PersonFactory.create_batch(60)

    line = lines(desk)[0]
    rows = desk.get(line.list)
    rest = desk.get(line.list, {"page": 2})

    assert (line.entry.way, line.what) == ("Import «\u00a0labos.xlsx\u00a0»", "60\u00a0créations")
    assert line.record.startswith("60\u00a0personnes")
    assert line.entry.link == address(sent, "change")
    assert (len(rows.context["shown"]), len(rest.context["shown"])) == (50, 10)


def test_a_deletion_is_told_and_may_be_undone(desk: Client) -> None:
    theme = ThemeFactory(label="À reprendre")
    desk.post(address(theme, "delete"), {"post": "yes"})

    line = lines(desk)[0]
    desk.post(line.revive)

    assert (line.record, line.what) == ("À reprendre (supprimé depuis)", "Suppression")
    assert Theme.objects.get().label == "À reprendre"


def test_a_step_and_a_role_are_told_too(desk: Client, typed: Typed) -> None:
    theme, account = ThemeFactory(label="Soumis"), UserFactory(full_name="Alix Promue")
    desk.post(step_of(theme, "submit"), {"seen_version": 1, "reason": "relu"})
    page = address(account, "change")
    desk.post(page, typed(page, full_name="Alix Élue", groups=[role("lecteur")]))

    renamed, submitted = lines(desk)[:2]

    assert (submitted.entry.way, submitted.entry.reason) == ("Étape «\u00a0Soumettre\u00a0»", "relu")
    assert submitted.record.endswith("Soumis")
    assert (renamed.record, renamed.what) == ("Alix Élue", "1\u00a0création, 2\u00a0modifications\u00a0: nom complet")


def test_accounts_are_for_administrators_alone(desk: Client, typed: Typed) -> None:
    account, theme = UserFactory(full_name="Alix Secrète"), ThemeFactory()
    page = address(account, "change")
    desk.post(page, typed(page, full_name="Alix Cachée", groups=[role("lecteur")]))
    hidden = lines(desk)[0]
    body = theme.protocol.parties.first()
    desk.force_login(UserFactory(reader=True, organisation=body.organisation if body else None))

    seen = lines(desk)

    assert hidden.record == "Alix Cachée"
    assert "Alix Cachée" not in [line.record for line in seen]
    assert desk.get(reverse("admin:trail_action", args=(hidden.entry.key,))).status_code == 404


def test_changes_are_narrowed_by_person_organisation_kind_way_and_day(desk: Client) -> None:
    body = OrganisationFactory()
    author = UserFactory(organisation=body)
    with pghistory.context(user=author.pk, channel="command", command="load_facts"):
        IndicatorValueFactory()
    asked = [
        {"person": author.pk}, {"organisation": body.pk}, {"way": "command"}, {"kind": "programmes.indicator"},
        {"since": "2000-01-01", "until": "2100-01-01", "way": "command"},
        {"since": "2100-01-01"}, {"until": "2000-01-01"}, {"kind": "programmes.person"}, {"way": "import"},
    ]  # fmt: skip

    found = [len(lines(desk, **question)) for question in asked]

    assert found == [1, 1, 1, 1, 1, 0, 0, 0, 0]


def test_a_longer_trail_costs_no_more(desk: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    def changes(number: int) -> None:
        indicator = IndicatorValueFactory().indicator
        for rank in range(number):
            with pghistory.context(channel="form"):
                Indicator.objects.filter(pk=indicator.pk).update(label=f"Libellé {rank}")

    changes(30)
    desk.get(RECENT)
    with CaptureQueriesContext(connection) as few:
        desk.get(RECENT)
    changes(60)

    with django_assert_num_queries(len(few)):
        desk.get(RECENT)


def test_pages_follow_one_another(desk: Client) -> None:
    theme = ThemeFactory()
    for number in range(30):
        with pghistory.context(channel="form"):
            Theme.objects.filter(pk=theme.pk).update(label=f"Intitulé {number}")

    first = desk.get(RECENT)
    second = desk.get(RECENT + first.context["page"].older)

    keys = [line.entry.key for answer in (first, second) for line in answer.context["lines"]]
    assert len(keys) == len(set(keys)) > 30


@pytest.mark.parametrize("path", [RECENT, "/admin/modifications/00000000-0000-0000-0000-000000000000/"])
def test_a_passer_by_reads_nothing(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 302


def test_an_action_that_nobody_took_does_not_exist(desk: Client) -> None:
    assert desk.get("/admin/modifications/00000000-0000-0000-0000-000000000000/").status_code == 404


def start_page(desk: Client) -> tuple[int, str]:
    """How many queries the start page asks, and which record its latest line names."""
    with CaptureQueriesContext(connection) as asked:
        page = desk.get(reverse("admin:index"))
    return len(asked), page.context["recent"][0].record


def test_the_start_page_reads_the_trail_again_only_when_somebody_acts(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Avant")
    (dear, _before), (cheap, _same) = start_page(desk), start_page(desk)

    desk.post(address(theme, "change"), typed(address(theme, "change"), label="Le littoral"))

    assert cheap <= dear - 5
    assert "Le littoral" in start_page(desk)[1]
