"""Several lists read in one query, and pages that take the same queries however many theses there are."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doctorates.models import Thesis, ThesisFunding
from programmes.models import Remark, Theme
from programmes.models.together import Given, Grouped, Together, keep, listed
from tests import factories
from tests.site.conftest import Register
from tests.site.test_query_counts import addresses, grow

pytestmark = pytest.mark.usefixtures("unmeasured")

COPY = """
    INSERT INTO doctorates_thesis ({columns}) SELECT {values} FROM doctorates_thesis, generate_series(1, %s) n
    WHERE doctorates_thesis.id = %s
"""
LINK = """
    INSERT INTO doctorates_thesistheme (version, is_demo, thesis_id, theme_id)
    SELECT 1, false, id, %s FROM doctorates_thesis WHERE reference LIKE 'copie-%%'
"""


def multiply(register: Register, times: int) -> None:
    """As many theses again as said, like the first one, of the same theme, action and laboratory."""
    names = [str(field.column) for field in Thesis._meta.concrete_fields if field.name not in ("id", "search")]
    own = {"reference": "'copie-' || n", "slug": "'copie-' || n"}
    sql = COPY.format(columns=", ".join(names), values=", ".join(own.get(name, name) for name in names))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, [times, register.thesis.pk])
        cursor.execute(LINK, [register.theme.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_pages_take_the_same_queries_at_20_theses_and_at_2000(
    register: Register, count_queries: Callable[[str], int]
) -> None:
    grow(register)
    multiply(register, 20)
    few = {name: count_queries(address) for name, address in addresses(register).items()}
    Thesis.objects.filter(reference__startswith="copie-").delete()

    multiply(register, 2_000)

    assert {name: count_queries(address) for name, address in addresses(register).items()} == few


def test_the_page_of_a_thesis_takes_two_queries(register: Register, client: Client) -> None:
    person = factories.PersonFactory()
    register.thesis.supervisions.create(person=person, role="D")
    person.identifiers.create(scheme="orcid", value="0000-0002-1825-0097")
    factories.ThesisFundingFactory(thesis=register.thesis)
    address = addresses(register)["thesis"]
    client.get(address)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)

    assert len(asked) == 2
    assert "0000-0002-1825-0097" in page.text
    assert str(person) in page.text


def test_the_page_of_an_action_takes_two_queries(register: Register, client: Client) -> None:
    grow(register)
    factories.PaymentFactory(grant__project=register.project)
    address = addresses(register)["project"]
    client.get(address)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)

    assert len(asked) == 2
    assert register.thesis.title in page.text


def test_lists_read_together_are_what_they_are_alone(register: Register) -> None:
    factories.ThesisFundingFactory(thesis=register.thesis, share=Decimal("33.33"), since=date(2022, 10, 1))
    alone = ThesisFunding.objects.select_related("organisation", "thesis").order_by("-pk")
    theses = Thesis.objects.select_related("school").order_by("reference")

    again, several, nothing = Together(alone, theses, Theme.objects.none()).read()

    assert [row.__dict__.keys() for row in again] == [row.__dict__.keys() for row in alone]
    assert [(row.share, row.since, row.organisation) for row in again] == [
        (row.share, row.since, row.organisation) for row in alone
    ]
    assert (several, nothing) == (list(theses), [])


def test_lists_worded_once_are_read_for_each_value(register: Register) -> None:
    funding, other = factories.ThesisFundingFactory(thesis=register.thesis), factories.ThesisFundingFactory()

    worded = Together(ThesisFunding.objects.filter(thesis=Given("thesis")))

    assert worded.read(thesis=register.thesis.pk) == [[funding]]
    assert worded.read(thesis=other.thesis_id) == [[other]]
    assert worded.read(thesis=0) == [[]]


def test_each_reader_gets_its_own_lists_and_plain_values_too(register: Register) -> None:
    funding = factories.ThesisFundingFactory(thesis=register.thesis)
    theses = Thesis.objects.filter(pk=Given("thesis"))
    numbers = theses.order_by().values("state").annotate(number=Count("pk"))

    read = Grouped({"theses": theses.only("slug"), "numbers": numbers}, {"theses": ThesisFunding.objects.all()})
    first, second = read.read(thesis=register.thesis.pk)

    assert first == {"theses": [register.thesis], "numbers": [{"state": register.thesis.state, "number": 1}]}
    assert second == {"theses": [funding]}


def test_nothing_to_read_asks_nothing(db: None) -> None:
    empty = Theme.objects.none()

    with CaptureQueriesContext(connection) as asked:
        found = Together(empty).read()

    assert (found, len(asked)) == ([[]], 0)


def test_a_list_that_would_ask_for_more_row_by_row_is_refused() -> None:
    with pytest.raises(ValueError, match="would not be read"):
        Together(Thesis.objects.prefetch_related("fundings"))


@pytest.mark.parametrize("number", [0, 2])
def test_rows_that_are_kept_are_not_asked_for_again(register: Register, number: int) -> None:
    rows = list(factories.ThesisFundingFactory.create_batch(number, thesis=register.thesis, share=10))
    keep(register.thesis, "fundings", listed(ThesisFunding, rows))

    with CaptureQueriesContext(connection) as asked:
        known = list(register.thesis.fundings.all())

    assert (known, len(asked)) == (rows, 0)
    assert Remark.objects.about(register.thesis).count() == 0
