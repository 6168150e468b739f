"""A public page that did not change is not made again, and one change is seen on the right pages alone."""

import gzip
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from doctorates.models import Thesis, ThesisEvidence, ThesisTheme
from programmes.models import AccessibilityDeclaration, Stamp, Theme
from projects.models import Contribution, Event, EventEvidence
from tests import factories
from tests.site.conftest import Register, make_register
from tests.site.test_query_counts import addresses

pytestmark = pytest.mark.usefixtures("unmeasured")

PAGES = (
    *("home", "protocol", "commitments", "commitment", "themes", "theme", "laboratories", "laboratory"),
    *("projects", "project", "theses", "thesis", "reports"),
)
# Among them the page of the protocol, which draws its money and its theses.
LISTS = {"home", "protocol", "commitments", "themes", "laboratories", "projects", "theses", "reports"}
SHOWING_THE_THESIS = LISTS | {"thesis", "laboratory", "theme", "project", "commitment"}


@pytest.fixture(autouse=True)
def _kept(_pages_made_each_time: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in production."""
    monkeypatch.setattr("programmes.middleware.keeping.LARGEST", 250_000)


def tags(client: Client, register: Register) -> dict[str, str]:
    """The ETag of each kind of page."""
    return {name: client.get(address).headers["ETag"] for name, address in addresses(register).items()}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The pages whose tags differ."""
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asked_again_with_its_tag_is_not_sent(client: Client, register: Register, page: str) -> None:
    address = addresses(register)[page]
    tag = client.get(address).headers["ETag"]

    with CaptureQueriesContext(connection) as asked:
        again = client.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert len(asked) == 1


@pytest.mark.parametrize("page", PAGES)
def test_an_unchanged_page_is_the_same_to_the_byte_and_takes_one_query(
    client: Client, register: Register, page: str
) -> None:
    address = addresses(register)[page]
    first = client.get(address)

    with CaptureQueriesContext(connection) as asked:
        again = client.get(address, headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(again.content) == first.content
    assert len(asked) == 1
    assert again.headers["Cache-Control"] == "no-cache"
    assert again.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_followed_and_nothing_is_written(client: Client, register: Register, page: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(addresses(register)[page])

    assert "Set-Cookie" not in answer.headers
    assert not client.cookies
    assert [query["sql"] for query in asked if not query["sql"].lstrip(" (").startswith(("SELECT", "WITH"))] == []


def test_staff_are_shown_the_same_page_as_everybody(client: Client, register: Register) -> None:
    address = addresses(register)["thesis"]
    seen = client.get(address).content
    Stamp.objects.create(page="every")

    client.force_login(factories.UserFactory(administrator=True))

    assert client.get(address).content == seen


def test_the_head_of_a_page_tells_its_size_and_holds_nothing(client: Client, register: Register) -> None:
    address = addresses(register)["thesis"]
    page = client.get(address)

    head = client.head(address)

    assert head.content == b""
    assert head.headers["Content-Length"] == page.headers["Content-Length"] == str(len(page.content))
    assert head.headers["ETag"] == page.headers["ETag"]


def test_a_declaration_made_or_removed_is_told_at_once(client: Client, register: Register) -> None:
    pages = [addresses(register)["thesis"], "/fr/", "/fr/accessibilite/"]
    told = ["non conforme" in client.get(page).text for page in pages]

    declaration = factories.DeclarationFactory(audited_on=date(2026, 1, 5), rate=100)
    told += ["totalement conforme" in client.get(page).text for page in pages]
    AccessibilityDeclaration.objects.filter(pk=declaration.pk).delete()

    assert told + ["non conforme" in client.get(page).text for page in pages] == [True] * 9


def test_one_thesis_saved_changes_the_pages_that_show_it_and_no_other(client: Client, register: Register) -> None:
    stranger = make_register()
    ours, theirs = tags(client, register), tags(client, stranger)

    register.thesis.title = "Un autre titre"
    register.thesis.save()

    assert changed(ours, tags(client, register)) == SHOWING_THE_THESIS
    assert changed(theirs, tags(client, stranger)) == LISTS
    assert "Un autre titre" in client.get(addresses(register)["laboratory"]).content.decode()


def test_the_theses_of_a_theme_are_counted_anew_when_one_changed_and_not_for_each_reader(
    client: Client, register: Register
) -> None:
    address = addresses(register)["theme"]
    before = client.get(address).text

    with CaptureQueriesContext(connection) as asked:
        client.get(address.replace("/fr/", "/en/"))
    Thesis.objects.filter(pk=register.thesis.pk).update(state="S", defended_on=date(2026, 1, 5))

    assert len(asked) == 2
    assert ["dont 1 soutenue" in text for text in (before, client.get(address).text)] == [False, True]


def test_a_thesis_that_moves_changes_the_laboratories_on_both_sides(client: Client, register: Register) -> None:
    stranger = make_register()
    before, after = addresses(register)["laboratory"], addresses(stranger)["laboratory"]
    old = [client.get(address).headers["ETag"] for address in (before, after)]

    Thesis.objects.filter(pk=register.thesis.pk).update(laboratory=stranger.laboratory)

    assert old[0] != client.get(before).headers["ETag"]
    assert old[1] != client.get(after).headers["ETag"]


def test_a_theme_given_to_a_thesis_is_seen_on_both_pages(client: Client, register: Register) -> None:
    theme: Theme = make_register().theme
    seen = client.get(f"/fr/themes/{theme.slug}/").headers["ETag"]

    ThesisTheme.objects.create(thesis=register.thesis, theme=theme)

    assert client.get(f"/fr/themes/{theme.slug}/").headers["ETag"] != seen


def test_money_of_an_action_is_seen_where_the_action_stands(client: Client, register: Register) -> None:
    stranger = make_register()
    contribution: Contribution = factories.ContributionFactory(project=register.project)
    ours, theirs = tags(client, register), tags(client, stranger)

    Contribution.objects.filter(pk=contribution.pk).update(amount=7)

    assert changed(ours, tags(client, register)) == LISTS | {"project", "commitment", "theme", "laboratory"}
    assert changed(theirs, tags(client, stranger)) == LISTS


@pytest.mark.parametrize("record", [Event, Thesis])
def test_what_proves_a_commitment_is_seen_on_its_page(client: Client, register: Register, record: Any) -> None:
    sheet = factories.CommitmentSheetFactory(commitment=register.commitment)
    proofs: dict[Any, Any] = {Event: factories.EventFactory(published=True), Thesis: make_register().thesis}
    EventEvidence.objects.create(sheet=sheet, event=proofs[Event])
    ThesisEvidence.objects.create(sheet=sheet, thesis=proofs[Thesis])
    stranger = make_register()
    ours, theirs = tags(client, register), tags(client, stranger)

    record.objects.filter(pk=proofs[record].pk).update(title="Autrement dit")

    assert changed(ours, tags(client, register)) - LISTS == {"commitment"}
    assert changed(theirs, tags(client, stranger)) <= LISTS


def test_a_person_renamed_may_stand_on_any_page(client: Client, register: Register) -> None:
    person = factories.PersonFactory()
    before = tags(client, register)

    person.family_name = "Autrement"
    person.save()

    assert changed(before, tags(client, register)) == set(before)


def test_a_draft_changes_no_page(client: Client, register: Register) -> None:
    before = tags(client, register)

    draft = factories.ThesisFactory(project=register.project, laboratory=register.laboratory)
    draft.title = "Encore un brouillon"
    draft.save()

    assert changed(before, tags(client, register)) == set()


def test_what_is_saved_without_a_change_changes_no_page(client: Client, register: Register) -> None:
    before = tags(client, register)

    register.thesis.save()

    assert changed(before, tags(client, register)) == set()


def test_stamps_added_up_change_no_page(client: Client, register: Register) -> None:
    Stamp.objects.create(page="doctorates_thesis", row=register.thesis.pk)
    Stamp.objects.create(page="any")
    before, kept = tags(client, register), Stamp.objects.count()

    Stamp.objects.compact()

    assert changed(before, tags(client, register)) == set()
    assert Stamp.objects.count() < kept


def test_tomorrow_is_another_page(client: Client, register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    address = addresses(register)["thesis"]
    today = client.get(address).headers["ETag"]

    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("programmes.middleware.keeping.localdate", lambda: tomorrow)

    assert client.get(address).headers["ETag"] != today


def test_a_query_that_a_page_does_not_read_makes_no_other_page(client: Client, register: Register) -> None:
    address = addresses(register)["thesis"]

    page = client.get(address)

    assert client.get(f"{address}?utm_source=ailleurs").headers["ETag"] == page.headers["ETag"]


def test_lists_are_kept_with_their_filters(client: Client, register: Register) -> None:
    every = client.get("/fr/theses/")

    none = client.get("/fr/theses/?q=introuvable")

    assert none.headers["ETag"] != every.headers["ETag"]
    assert client.get("/fr/theses/?q=introuvable").content == none.content != every.content


def test_an_address_without_a_page_has_no_tag(client: Client, register: Register) -> None:
    answer = client.get("/fr/theses/personne/")

    assert answer.status_code == 404
    assert "ETag" not in answer.headers


def test_a_site_under_another_name_has_other_pages(client: Client, register: Register, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["a.test", "b.test"]

    first = client.get("/fr/", headers={"Host": "a.test"})

    assert client.get("/fr/", headers={"Host": "b.test"}).headers["ETag"] != first.headers["ETag"]
    assert client.get("/fr/", headers={"Host": "c.test"}).status_code == 400
