"""Staff at their desks: a browser session a role, and what every table of the register holds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.models import User
from tests import factories
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""


@pytest.fixture
def administrator(db: None) -> User:
    """An administrator, by the group and by nothing else."""
    return UserFactory(administrator=True)


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    """The administrator's browser; a fault of the server is shown as its error."""
    client.force_login(administrator)
    return client


@pytest.fixture
def staff(page: Page, live_server: LiveServer) -> Page:
    """An administrator who has just logged in through the form."""
    UserFactory(administrator=True, email="admin@exemple.invalid")
    page.add_init_script(WATCH)
    page.goto(live_server.url + reverse("admin:index"))
    page.get_by_label("Adresse électronique").fill("admin@exemple.invalid")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Connexion").click()
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def one_of_each(db: None) -> None:
    """A row in every table that a factory fills."""
    for name in factories.__all__:
        getattr(factories, name)()


def address(record_or_model: Model | type[Model], page: str) -> str:
    """The address of a page of the administration."""
    name = f"admin:{record_or_model._meta.app_label}_{record_or_model._meta.model_name}_{page}"
    return reverse(name, args=(record_or_model.pk,) if isinstance(record_or_model, Model) else ())


Typed = Callable[..., dict[str, Any]]


@pytest.fixture
def typed(desk: Client) -> Typed:
    """What the form of a page holds, as a browser would send it back, with a person's changes."""

    def filled(page: str, **changes: Any) -> dict[str, Any]:
        return form_of(desk, page) | changes

    return filled


def form_of(desk: Client, page: str) -> dict[str, Any]:
    """What a browser would send back from this page without a change."""
    context = desk.get(page, {"ouvrir": "tous"}).context
    fields = list(context["adminform"].form)
    for table in context["inline_admin_formsets"]:
        fields += [*table.formset.management_form, *(cell for row in table.formset.forms for cell in row)]
    return {field.html_name: as_sent(field) for field in fields if as_sent(field) is not None}


def as_sent(field: Any) -> Any:
    """A value as a browser sends it; nothing for an empty box."""
    value = field.field.widget.format_value(field.value()) if hasattr(field.field.widget, "format_value") else None
    if isinstance(value, list):
        return [item for item in value if item != ""] or ""
    if field.field.widget.__class__.__name__ == "CheckboxInput":
        return "on" if field.value() else None
    return "" if value is None else value


TABLES = sorted(admin.site._registry, key=lambda model: model._meta.label)


def step_of(record: Model, name: str) -> str:
    """The address of a step on a record."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_step", args=(record.pk, name))
