"""Open data: whole sets, what their columns mean, files that are those whose fingerprints are shown."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from doctorates.models import Thesis
from programmes import tasks
from programmes.enums import JobKind
from programmes.identifiers import Scheme
from programmes.models import Job, Person
from programmes.sections.registry import all_datasets
from tests import factories
from tests.site.conftest import Register
from tests.site.test_taking import body

pytestmark = pytest.mark.usefixtures("unmeasured")

NAMES = [
    *("themes", "commitments", "indicators", "laboratories", "actions", "grants", "subventions", "equipment"),
    *("outputs", "theses"),
]


def etag(client: Client, path: str) -> str:
    """The mark of a file."""
    answer = client.get(path)
    body(answer)
    return str(answer.headers["ETag"])


@pytest.fixture
def full(register: Register) -> Register:
    """A register with something in each set."""
    factories.IndicatorValueFactory(indicator__commitment=register.commitment)
    grant = factories.GrantFactory(project=register.project)
    factories.IdentifierFactory(organisation=grant.organisation, scheme=Scheme.SIRET, value="23140005600012")
    factories.IdentifierFactory(organisation=grant.beneficiary, scheme=Scheme.SIRET, value="18008901303720")
    factories.ProjectFactory(kind="equipment", is_open_to_users=True, access="Écrire.", published=True)
    register.project.outputs.create(kind="publication", year=2024, title="Article inventé")
    return register


def run_tick() -> Job:
    """A minute passes, and the worker does what it was asked; the last round of the files."""
    tasks.tick()
    job = Job.objects.filter(kind=JobKind.OPEN_DATA).latest("pk")
    tasks.run_job(job.pk)
    job.refresh_from_db()
    return job


@pytest.fixture
def published(full: Register, settings: Settings) -> Register:
    """The same register, whose files a job has made."""
    settings.SITE_URL = "http://testserver"
    run_tick()
    return full


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_tells_each_set_with_its_files_and_its_dictionary(
    client: Client, full: Register, language: str
) -> None:
    sets = client.get({"fr": "/fr/donnees/", "en": "/en/data/"}[language]).context["sets"]

    assert {one.dataset.name: one.count for one in sets} == dict.fromkeys(NAMES, 1) | {"actions": 2}
    assert {len(one.downloads) for one in sets} == {3}
    assert all(column.meaning and column.heading for one in sets for column in one.columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_has_the_fingerprint_and_the_size_that_the_page_shows(
    client: Client, published: Register, name: str
) -> None:
    page = client.get("/fr/donnees/").content.decode()

    files = [client.get(f"/fr/donnees/{name}.{kind}") for kind in ("csv", "xlsx", "json")]

    contents = [body(file) for file in files]
    assert [hashlib.sha256(content).hexdigest() in page for content in contents] == [True] * 3
    assert [file.headers["Content-Length"] for file in files] == [str(len(content)) for content in contents]


@pytest.mark.parametrize("name", NAMES)
def test_the_csv_is_headed_as_its_schema_says(client: Client, full: Register, name: str) -> None:
    schema = client.get(f"/en/data/{name}.schema.json").json()

    lines = list(csv.reader(io.StringIO(body(client.get(f"/en/data/{name}.csv")).decode("utf-8-sig"))))

    assert lines[0] == [field["name"] for field in schema["fields"]]
    assert {len(line) for line in lines} == {len(lines[0])}
    assert list(json.loads(body(client.get(f"/en/data/{name}.json")))["rows"][0]) == lines[0]


def test_a_file_that_no_job_made_yet_is_the_same_to_the_byte(
    client: Client, full: Register, settings: Settings
) -> None:
    settings.SITE_URL = "http://testserver"
    first = [etag(client, f"/fr/donnees/theses.{kind}") for kind in ("csv", "xlsx", "json")]
    page = client.get("/fr/donnees/").content.decode()

    run_tick()

    assert "son empreinte paraît ici dans quelques minutes" in page
    assert [etag(client, f"/fr/donnees/theses.{kind}") for kind in ("csv", "xlsx", "json")] == first
    assert "dans quelques minutes" not in client.get("/fr/donnees/").content.decode()


def test_a_long_set_that_no_job_made_yet_comes_row_after_row(
    client: Client, full: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("programmes.views.data.AT_ONCE", 0)

    answer = client.get("/fr/donnees/theses.csv")

    assert full.thesis.title in body(answer).decode()
    assert "ETag" not in answer.headers


def test_what_is_taken_back_leaves_the_files_at_once(client: Client, published: Register) -> None:
    Thesis.objects.update(title_is_public=False)

    assert json.loads(body(client.get("/fr/donnees/theses.json")))["rows"] == []


def test_a_round_makes_only_the_files_that_differ(published: Register) -> None:
    Thesis.objects.update(title="Un autre titre")
    Job.objects.update(asked_at=timezone.now() - timedelta(hours=1))

    second = run_tick()
    third = run_tick()

    assert second.message == "Fichiers faits : 6."
    assert third == second


def test_the_files_wait_for_the_address_of_the_site(full: Register) -> None:
    tasks.tick()

    assert not Job.objects.exists()


def test_a_file_changes_with_what_it_tells_and_only_then(client: Client, full: Register) -> None:
    before = etag(client, "/fr/donnees/theses.csv")
    again = client.get("/fr/donnees/theses.csv", headers={"if-none-match": before})

    type(full.thesis).objects.update(title="Un autre titre")

    assert again.status_code == 304
    assert etag(client, "/fr/donnees/theses.csv") != before


def test_only_grants_that_were_voted_are_told(client: Client, register: Register) -> None:
    factories.GrantFactory(project=register.project, voted_on=None, convention_signed_on=None)
    factories.GrantFactory(project=register.project, voted_on=date(2999, 1, 1), convention_signed_on=None)
    factories.GrantFactory(voted_on=date(2022, 1, 1))

    assert json.loads(body(client.get("/fr/donnees/grants.json")))["rows"] == []


@pytest.mark.parametrize("path", ["/fr/donnees/personnes.csv", "/fr/donnees/theses.pdf", "/data.rdf"])
def test_what_is_no_file_is_not_found(client: Client, register: Register, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_catalogue_says_the_same_in_both_forms(client: Client, full: Register) -> None:
    graph = client.get("/data.jsonld").json()["@graph"]
    turtle = client.get("/data.ttl").content.decode()

    sets = [node for node in graph if node["@type"] == "dcat:Dataset"]
    assert [text["@language"] for text in graph[0]["dct:description"]] == ["fr", "en"]
    assert {node["dct:publisher"]["@type"] for node in (graph[0], *sets)} == {"foaf:Agent"}
    assert [node["dct:identifier"] for node in sets] == list(all_datasets())
    assert sum(node["@type"] == "dcat:Distribution" for node in graph) == len(NAMES) * 6
    assert [turtle.count(f"a {kind}") for kind in ("dcat:Dataset", "dcat:Distribution")] == [len(NAMES), len(NAMES) * 6]


def test_the_page_takes_the_same_queries_at_two_sizes(full: Register, count_queries: Callable[[str], int]) -> None:
    few = count_queries("/fr/donnees/")

    factories.ThesisFactory.create_batch(3, published=True, defended=True)

    assert count_queries("/fr/donnees/") == few


@pytest.mark.parametrize("name", NAMES)
def test_no_file_tells_what_is_not_published(client: Client, full: Register, name: str) -> None:
    draft = factories.ProjectFactory(title="MARQUE", kind="equipment", access="MARQUE")
    draft.outputs.create(kind="publication", year=2024, title="MARQUE")
    factories.GrantFactory(project=draft, purpose="MARQUE")
    laboratory = factories.LaboratoryFactory(name="MARQUE", reference="marque")
    theme = factories.ThemeFactory(protocol=full.protocol, label="MARQUE", reference="marque")
    commitment = factories.CommitmentFactory(protocol=full.protocol, wording="MARQUE")
    factories.IndicatorValueFactory(indicator__commitment=commitment, indicator__label="MARQUE")
    full.theme.laboratory_links.create(laboratory=laboratory)
    full.thesis.theme_links.create(theme=theme)
    full.project.theme_links.create(theme=theme)
    type(full.thesis).objects.update(laboratory=laboratory, abstract="MARQUE", confidential_until=date(2999, 1, 1))
    Person.objects.update(family_name="MARQUE")
    type(full.project).objects.filter(pk=full.project.pk).update(lead_laboratory=laboratory, part_of=draft)

    told = body(client.get(f"/fr/donnees/{name}.json")).decode()

    assert "marque" not in told.lower()
