"""Every table × role × action, own row, same party's, other party's: real requests, by address and forged."""

import csv
import io
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from programmes.exports import offer
from programmes.resources import all_kinds
from tests.admin.conftest import TABLES
from tests.admin.conftest import address as whole_page
from tests.rights import expected
from tests.rights.places import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unmeasured")]
ROLES = tuple(expected.MAY)


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest, world: World, client: Client) -> str:
    """Each role in turn, at its desk."""
    client.force_login(world.staff[request.param])
    return str(request.param)


@pytest.fixture(params=TABLES, ids=lambda model: model.__name__)
def table(request: pytest.FixtureRequest) -> Any:
    """Each table that has a page."""
    return request.param


def test_no_table_is_forgotten() -> None:
    assert {model.__name__ for model in admin.site._registry} == expected.KIND_OF.keys()


def address(row_or_table: Any, page: str) -> str:
    """A page as a small window: the menu and its counts are left out, the rights are the same."""
    return f"{whole_page(row_or_table, page)}?_popup=1"


def answers(response: Any) -> bool:
    """Whether a page answers, rather than refuse or send back to the start."""
    return response.status_code == 200 or (
        response.status_code == 302 and response.headers["Location"] != reverse("admin:index")
    )


def test_a_list_and_its_file_hold_what_one_may_read(table: Any, role: str, world: World, client: Client) -> None:
    rows = world.rows(role, table._meta.label)
    columns = {"format": "csv", "columns": [column.heading for column in offer(table)]}

    page = client.get(address(table, "changelist"))
    file = client.post(address(table, "export"), columns)

    shown = {row.pk for row in page.context["cl"].result_list} if answers(page) else set()
    assert {place for place, row in rows.items() if row.pk in shown} == expected.expected(role, table.__name__, "r")
    assert lines_of(file) == len(shown)


def lines_of(file: Any) -> int:
    """How many rows a file holds under its headings; none when it is refused."""
    if not answers(file):
        return 0
    text = b"".join(file.streaming_content).decode("utf-8-sig")
    return len(list(csv.reader(io.StringIO(text), delimiter=";"))) - 1


@pytest.mark.parametrize("page", ["change", "history"])
def test_pages_open_for_who_may_read(page: str, table: Any, role: str, world: World, client: Client) -> None:
    rows = world.rows(role, table._meta.label)

    open_in = {place for place, row in rows.items() if answers(client.get(address(row, page)))}

    assert open_in == expected.expected(role, table.__name__, "r")


def test_what_is_sent_is_kept_from_who_may_write(table: Any, role: str, world: World, client: Client) -> None:
    rows = world.rows(role, table._meta.label)

    taken_in = {place for place, row in rows.items() if answers(client.post(address(row, "change"), {}))}

    assert taken_in == expected.expected(role, table.__name__, "w")


def test_rows_are_deleted_by_who_may(table: Any, role: str, world: World, client: Client) -> None:
    rows = world.rows(role, table._meta.label)
    may = expected.expected(role, table.__name__, "d")

    done = {place for place, row in rows.items() if answers(client.post(address(row, "delete"), {"post": "yes"}))}

    assert done == may
    kept = table._base_manager.filter(pk__in=[row.pk for place, row in rows.items() if place not in may])
    assert kept.count() == len(rows) - len(may)


def test_rows_are_chosen_in_a_list_and_deleted_by_who_may(table: Any, role: str, world: World, client: Client) -> None:
    rows = world.rows(role, table._meta.label)
    chosen = {"action": "delete_selected", "_selected_action": [row.pk for row in rows.values()], "post": "yes"}
    may = expected.expected(role, table.__name__, "d")

    client.post(whole_page(table, "changelist"), chosen)

    kept = table._base_manager.filter(pk__in=[row.pk for place, row in rows.items() if place not in may])
    assert kept.count() == len(rows) - len(may)


def test_rows_are_begun_by_who_may(table: Any, role: str, client: Client) -> None:
    page = address(table, "add")
    before = table._base_manager.count()

    begun = answers(client.get(page)), answers(client.post(page, {}))

    may = expected.adds(role, table.__name__)
    assert begun == (may, may)
    assert table._base_manager.count() == before


@pytest.mark.parametrize("kind", all_kinds())
def test_files_are_sent_by_who_may(kind: str, role: str, client: Client) -> None:
    pages = [reverse(f"admin:programmes_import_{page}", args=[kind]) for page in ("send", "template")]

    sent = [answers(client.get(page)) for page in pages] + [answers(client.post(pages[0], {}))]

    assert sent == [kind in expected.SENDS[role]] * 3
