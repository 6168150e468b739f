"""No table is forgotten, no page breaks, whoever opens it."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.test import Client, RequestFactory

from programmes.models import Mail, Passage, ReminderSettings, ResponseToken, ReviewLink, Stamp, User
from programmes.models.base import Row
from tests.admin.conftest import TABLES, address
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("unmeasured")

OURS = ("programmes", "projects", "doctorates")
# The outbox, the stamps of pages and the words of reports kept for the search nobody reads; settings are everybody's
# own; links and their secrets are given on pages of their own.
ELSEWHERE = {Mail, Passage, ReminderSettings, ResponseToken, ReviewLink, Stamp}


def tables_of(app: str) -> set[type[Model]]:
    """All but those of the trail, and those that have pages of another kind, or none."""
    models = apps.get_app_config(app).get_models()
    return {model for model in models if not hasattr(model, "pgh_label") and not model._meta.proxy} - ELSEWHERE


def inlines() -> list[tuple[type[Model], Any]]:
    pages = admin.site._registry.items()
    return [(model, inline) for model, page in pages for inline in page.get_inlines(None, None)]  # type: ignore[arg-type]


@pytest.mark.parametrize("app", OURS)
def test_every_table_has_a_page_or_stands_in_one(app: str) -> None:
    reachable = {*admin.site._registry, *(inline.model for _parent, inline in inlines())}

    assert tables_of(app) - reachable == set()


def typed_on_pages(model: type[Model], request: HttpRequest) -> set[str]:
    pages = [page for table, page in admin.site._registry.items() if table is model]
    own = {name for page in pages for name in page.get_form(request, None).base_fields}
    rows = [inline(parent, admin.site) for parent, inline in inlines() if inline.model is model]
    return own | {name for row in rows for name in row.get_fields(request, None)} | {row_link(row) for row in rows}


def row_link(row: Any) -> str:
    """The column that says to which record a row of a table belongs."""
    links = [field.name for field in row.model._meta.fields if field.related_model is row.parent_model]
    return next((name for name in links if row.fk_name in (None, name)), "")


def test_every_fact_can_be_typed_somewhere(rf: RequestFactory, administrator: User) -> None:
    request = rf.get("/admin/")
    request.user = administrator
    tables = [model for model in apps.get_models() if issubclass(model, Row)]

    assert {model: forgotten(model, request) for model in tables if forgotten(model, request)} == {}


def forgotten(model: type[Model], request: HttpRequest) -> set[str]:
    editable = {field.name for field in model._meta.fields if field.editable and not field.primary_key}
    internal = {"is_demo", "content_type", "object_id", "is_active", "is_superuser", "last_login"}
    return editable - internal - typed_on_pages(model, request) - by_hand_elsewhere(model)


def by_hand_elsewhere(model: type[Model]) -> set[str]:
    """What a step writes, what a parent page implies."""
    written = {
        "visa": {"party", "purpose", "user", "seen", "given_at", "cancelled_at", "cancelled_by"},
        "responselink": {"campaign", "person", "email", "language"},
        "responsetoken": {"link"},
        "reviewlink": {"edition", "reader", "until", "made_by"},
        "user": {"password", "is_staff"},
    }
    return written.get(str(model._meta.model_name), set())


def broken(client: Client, addresses: list[str], allowed: set[int]) -> dict[str, int]:
    answers = {page: client.get(page).status_code for page in addresses}
    return {page: status for page, status in answers.items() if status not in allowed}


def lists() -> list[str]:
    return [address(model, "changelist") + "?q=été+2024" for model in TABLES]


def pages(*kinds: str) -> list[str]:
    rows = [model._base_manager.first() for model in TABLES]
    return [address(row, kind) for row in rows if row for kind in kinds]


def test_every_list_and_page_opens_for_an_administrator(desk: Client, one_of_each: None) -> None:
    addresses = lists() + [address(model, "changelist") for model in TABLES] + pages("change", "history")

    assert broken(desk, addresses, {200}) == {}


def test_a_new_row_can_be_begun_wherever_staff_write(desk: Client) -> None:
    by_steps_only = {"visa", "statuschange", "merge", "formerslug", "job", "edition", "assignment", "remark"} | {
        "distinctpair"
    }
    addresses = [address(model, "add") for model in TABLES if model._meta.model_name not in by_steps_only]

    assert broken(desk, addresses, {200}) == {}


@pytest.mark.parametrize("role", ["reader", "contributor"])
def test_no_page_breaks_for_the_other_roles(role: str, client: Client, one_of_each: None) -> None:
    client.force_login(UserFactory(**{role: True}))
    addresses = [address(model, "changelist") for model in TABLES] + pages("change")

    assert broken(client, addresses, {200, 302, 403}) == {}


def test_a_reader_writes_nothing(client: Client, one_of_each: None) -> None:
    client.force_login(UserFactory(reader=True))
    addresses = [address(model, "add") for model in TABLES]

    assert broken(client, addresses, {403}) == {}
