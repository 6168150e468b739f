"""What can be cited is cited in three formats; nobody is named there before the rule allows it."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from doctorates.enums import ThesisResult
from doctorates.models import Supervision
from programmes.models import Edition
from tests import factories
from tests.site.conftest import Register, make_register


@pytest.fixture
def defended(db: None) -> Register:
    """A register whose thesis was defended, and is described by the national portal."""
    candidate = factories.PersonFactory(given_name="Maëlle", family_name="Aubrécourt")
    register = make_register(
        candidate=candidate, defended=True, nnt="2024NORM0001", keywords="cidre, pomme", abstract="Un verger."
    )
    register.thesis.supervisions.create(person=factories.PersonFactory(family_name="Bréhant"), role="D")
    return register


def test_a_defended_thesis_is_cited_with_its_author(client: Client, defended: Register) -> None:
    address = f"/fr/theses/{defended.thesis.slug}/citation"

    bibtex, ris, csl = (client.get(f"{address}.{name}") for name in ("bib", "ris", "json"))

    assert "author = {Aubrécourt, Maëlle}" in bibtex.content.decode()
    assert "AN  - 2024NORM0001" in ris.content.decode()
    assert json.loads(csl.content)[0]["URL"] == "https://theses.fr/2024NORM0001"
    assert bibtex.headers["Content-Type"].startswith("application/x-bibtex")


def test_a_reference_takes_the_same_queries_for_any_number_of_directors(
    count_queries: Callable[[str], int], defended: Register
) -> None:
    address = f"/fr/theses/{defended.thesis.slug}/citation.ris"
    one = count_queries(address)

    people = factories.PersonFactory.create_batch(3)
    Supervision.objects.bulk_create(Supervision(thesis=defended.thesis, person=one, role="D") for one in people)

    assert count_queries(address) == one


def test_the_head_of_a_defended_thesis_speaks_to_indexes(client: Client, defended: Register) -> None:
    head = client.get(f"/en/theses/{defended.thesis.slug}/").content.decode().partition("</head>")[0]

    assert '<meta name="DC.type" content="thesis">' in head
    assert '<meta name="citation_author" content="Aubrécourt, Maëlle">' in head
    assert '<meta name="citation_publication_date" content="2024/11/15">' in head
    assert '<meta name="DC.description.abstract" content="Un verger.">' in head


@pytest.mark.parametrize("trait", [{}, {"defended": True, "result": ThesisResult.REFERRED}])
def test_a_thesis_without_its_degree_is_not_cited(client: Client, db: None, trait: dict[str, object]) -> None:
    register = make_register(**trait)

    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()

    assert client.get(f"/fr/theses/{register.thesis.slug}/citation.bib").status_code == 404
    assert "citation_title" not in page
    assert "BibTeX" not in page


def test_an_abstract_kept_back_is_in_no_reference(client: Client, defended: Register) -> None:
    type(defended.thesis).objects.update(confidential_until=timezone.localdate())

    page = client.get(f"/fr/theses/{defended.thesis.slug}/").content.decode()
    files = [client.get(f"/fr/theses/{defended.thesis.slug}/citation.{name}") for name in ("bib", "ris", "json")]

    assert "Un verger." not in page + "".join(file.content.decode() for file in files)


def test_an_action_and_a_report_are_cited_as_such(client: Client, published_edition: Edition) -> None:
    register = published_edition.report.campaign.protocol.commitments.get().project_links.get().project

    action = client.get(f"/en/projects/{register.slug}/citation.ris").content.decode()
    report = client.get(f"/fr/rapports/{register.commitment_links.get().commitment.protocol.reference}/2024/1/")
    entry = client.get(f"{report.request['PATH_INFO']}citation.bib").content.decode()

    assert "TY  - ELEC" in action
    assert entry.startswith("@techreport{")
    assert "citation.bib" in report.content.decode()


@pytest.mark.parametrize("path", ["theses/{0.thesis.slug}/citation.xml", "actions/absente/citation.bib"])
def test_an_unknown_reference_is_missing(client: Client, defended: Register, path: str) -> None:
    assert client.get(f"/fr/{path.format(defended)}").status_code == 404


def test_a_former_address_leads_to_the_same_file(client: Client, register: Register) -> None:
    former = register.project.slug
    type(register.project).objects.filter(pk=register.project.pk).update(slug="nouvelle-adresse")

    answer = client.get(f"/fr/actions/{former}/citation.ris")

    assert answer.headers["Location"] == "/fr/actions/nouvelle-adresse/citation.ris"
