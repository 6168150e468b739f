"""Tables of rows wait until somebody opens them: pages stay light, and what is not opened is not touched."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import DjangoAssertNumQueries
from pytest_django.live_server_helper import LiveServer

from doctorates.models import Supervision, Thesis
from projects.models import GrantAmendment
from tests.admin.conftest import TABLES, address
from tests.factories import (
    GrantFactory,
    PersonFactory,
    ProjectFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UserFactory,
)

pytestmark = pytest.mark.usefixtures("unmeasured")

LIGHT, FEW = 40_000, 8


@pytest.fixture
def thesis(db: None) -> Thesis:
    """A thesis with its usual rows."""
    thesis: Thesis = ThesisFactory(title="Titre connu", discipline="Chimie")
    supervised(thesis, 2)
    ThesisFundingFactory(thesis=thesis, share=50)
    return thesis


@pytest.mark.parametrize("more", [0, 12])
def test_the_page_of_a_thesis_is_light_whatever_its_rows(
    desk: Client, thesis: Thesis, more: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    supervised(thesis, more)
    desk.get(address(thesis, "change"))
    cache.clear()  # the counts of the menu are asked again

    with django_assert_max_num_queries(FEW):
        page = desk.get(address(thesis, "change"))

    assert len(page.content) <= LIGHT
    assert f"{2 + more} lignes" in page.text


@pytest.mark.parametrize("more", [0, 12])
def test_the_page_of_a_grant_is_light_whatever_its_rows(
    desk: Client, more: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    grant = GrantFactory()
    GrantAmendment.objects.bulk_create(GrantAmendment(grant=grant, number=rank) for rank in range(more))
    pages = [address(grant, "change"), address(grant.project, "change")]
    desk.get(pages[0])

    with django_assert_max_num_queries(2 * FEW):
        sizes = [len(desk.get(page).content) for page in pages]

    assert max(sizes) <= LIGHT


def test_a_table_comes_alone_in_as_many_questions_whatever_its_rows(
    desk: Client, thesis: Thesis, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = address(thesis, "change") + "?tableau=supervisions"
    desk.get(page)
    with django_assert_num_queries(6) as few:
        desk.get(page)
    supervised(thesis, 10)

    with django_assert_num_queries(len(few)):
        table = desk.get(page)

    assert "<html" not in table.text
    assert 'name="supervisions-11-person"' in table.text


def test_rows_that_were_not_opened_stay_as_they_are(desk: Client, thesis: Thesis) -> None:
    sent = sent_by(desk, thesis) | {"discipline": "Physique"}

    answer = desk.post(address(thesis, "change"), sent)

    thesis.refresh_from_db()
    assert answer.status_code == 302
    assert (thesis.discipline, thesis.supervisions.count(), thesis.fundings.count()) == ("Physique", 2, 1)


def test_rows_missing_without_their_mark_are_refused(desk: Client, thesis: Thesis) -> None:
    sent = sent_by(desk, thesis) | {"discipline": "Physique", "plie": ["fundings"]}

    answer = desk.post(address(thesis, "change"), sent)

    thesis.refresh_from_db()
    assert answer.status_code == 200
    assert thesis.discipline == "Chimie"


def test_without_scripts_a_button_opens_a_table_and_saves_nothing(desk: Client, thesis: Thesis) -> None:
    sent = sent_by(desk, thesis) | {"discipline": "Physique", "ouvrir": "supervisions"}

    page = desk.post(address(thesis, "change"), sent)

    thesis.refresh_from_db()
    assert thesis.discipline == "Chimie"
    assert 'value="Physique"' in page.text
    assert 'name="supervisions-1-person"' in page.text
    assert "Rien n’est encore enregistré" in page.text


def test_without_scripts_a_button_adds_a_row_and_saves_nothing(desk: Client) -> None:
    folded = [table.formset.prefix for table in desk.get(address(Thesis, "add")).context["inline_admin_formsets"]]
    rows = {"supervisions-TOTAL_FORMS": "0", "supervisions-INITIAL_FORMS": "0", "ligne": "supervisions"}

    page = desk.post(address(Thesis, "add"), {"title": "Titre tapé", "plie": folded, **rows})

    assert 'value="Titre tapé"' in page.text
    assert 'name="supervisions-0-person"' in page.text
    assert not Thesis.objects.exists()


def test_a_reader_opens_a_table_to_read_and_sends_nothing(client: Client, thesis: Thesis) -> None:
    client.force_login(UserFactory(reader=True))

    page, opened = client.get(address(thesis, "change")), client.get(address(thesis, "change") + "?ouvrir=fundings")

    assert '<a href="?ouvrir=fundings"' in page.text
    assert 'name="plie"' not in page.text
    assert "fundings-heading" in opened.text
    assert client.post(address(thesis, "change"), {"ouvrir": "fundings"}).status_code == 403


def test_a_reader_reads_a_text_without_its_tags(db: None, client: Client) -> None:
    client.force_login(UserFactory(reader=True))
    project = ProjectFactory(summary="<p>Un <strong>mot</strong></p>", published=True)

    page = client.get(address(project, "change"))

    assert "<strong>mot</strong>" in page.text
    assert "&lt;p&gt;" not in page.text


def test_an_unknown_table_is_not_found(desk: Client, thesis: Thesis) -> None:
    assert desk.get(address(thesis, "change") + "?tableau=licornes").status_code == 404


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_a_table_is_known_by_the_name_that_its_boxes_bear(desk: Client, model: type[Model]) -> None:
    page = desk.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") + "add/?ouvrir=tous")
    tables = page.context.get("inline_admin_formsets", []) if page.status_code == 200 else []

    assert [table.formset.prefix for table in tables] == [table.opts.prefix for table in tables]


@pytest.mark.django_db(transaction=True)
def test_an_opened_table_is_filled_in_and_saved(staff: Page, live_server: LiveServer) -> None:
    thesis = ThesisFundingFactory().thesis
    staff.goto(live_server.url + address(thesis, "change"))
    staff.locator("#id_discipline").fill("Chimie fine")
    staff.locator("#follow_ups-group button").click()
    staff.locator("#id_follow_ups-0-held_on").fill("05/09/2023")
    staff.get_by_role("button", name="Enregistrer", exact=True).click()
    staff.wait_for_url("**/thesis/")

    thesis.refresh_from_db()
    assert (thesis.discipline, thesis.follow_ups.count(), thesis.fundings.count()) == ("Chimie fine", 1, 1)
    assert staff.evaluate("window.refused") == []


def supervised(thesis: Thesis, times: int) -> None:
    """So many people who supervise."""
    Supervision.objects.bulk_create(
        Supervision(thesis=thesis, person=person, role="K") for person in PersonFactory.create_batch(times)
    )


def sent_by(desk: Client, thesis: Thesis) -> dict[str, Any]:
    """What a browser sends back from the page as it comes, its tables folded."""
    context = desk.get(address(thesis, "change")).context
    form = context["adminform"].form
    sent = {box.html_name: box.value() for box in form if box.value() not in (None, False)}
    return sent | {"plie": [table.formset.prefix for table in context["inline_admin_formsets"]]}
