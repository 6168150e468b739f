"""The file of grants at the national scheme, read again by its rules as the scheme itself words them (standards B1)."""

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from programmes.identifiers import Scheme
from projects.models import Grant
from tests import factories
from tests.site.test_taking import body

SIRETS = ("23140005600012", "18008901303720")
# Name, whether it must be filled, what its values look like: in the order of the scheme, version 2.1.1.
RULES = (
    ("nomAttribuant", True, r".+"),
    ("idAttribuant", True, r"\d{14}"),
    ("dateConvention", True, r"\d{4}-\d{2}-\d{2}"),
    ("referenceDecision", False, r".*"),
    ("nomBeneficiaire", True, r".+"),
    ("idBeneficiaire", False, r"\d{14}"),
    ("rnaBeneficiaire", False, r"W\d{9}"),
    ("objet", True, r".{1,256}"),
    ("montant", True, r"\d+(\.\d+)?"),
    ("nature", True, r"aide en numéraire|aide en nature|aide en numéraire;aide en nature"),
    ("conditionsVersement", True, r".{1,256}"),
    ("datesPeriodeVersement", True, r"[0-9]{4}\-[0-9]{2}\-[0-9]{2}(\/[0-9]{4}\-[0-9]{2}\-[0-9]{2})?"),
    ("idRAE", False, r".{0,5}"),
    ("notificationUE", True, r"oui|non"),
    ("pourcentageSubvention", True, r"1|0\.\d{1,2}"),
    ("dispositifAide", False, r".*"),
)


def faults(line: dict[str, str]) -> list[str]:
    """What the scheme refuses in a line."""
    wrong = [name for name, due, form in RULES if not (re.fullmatch(form, line[name]) or (not due and not line[name]))]
    return wrong if line["idBeneficiaire"] or line["rnaBeneficiaire"] else [*wrong, "idBeneficiaire"]


def lines(client: Client, language: str = "fr") -> list[dict[str, str]]:
    """The lines of the file."""
    path = {"fr": "/fr/donnees/subventions.csv", "en": "/en/data/subventions.csv"}[language]
    return list(csv.DictReader(io.StringIO(body(client.get(path)).decode("utf-8-sig"))))


@pytest.fixture
def grant(db: None) -> Grant:
    """A signed grant of an action that is published, between bodies whose numbers are known."""
    found: Grant = factories.GrantFactory(
        project=factories.ProjectFactory(published=True), purpose="Un «\u00a0banc\u00a0», des essais"
    )
    factories.IdentifierFactory(organisation=found.organisation, scheme=Scheme.SIRET, value=SIRETS[0])
    factories.IdentifierFactory(organisation=found.beneficiary, scheme=Scheme.SIRET, value=SIRETS[1])
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_file_follows_the_scheme_to_the_letter(client: Client, grant: Grant, language: str) -> None:
    factories.PaymentFactory(grant=grant, paid_on=date(2022, 9, 1), mandate_number="1")
    factories.PaymentFactory(grant=grant, paid_on=date(2023, 9, 1), mandate_number="2")

    (line,) = lines(client, language)

    assert list(line) == [name for name, _due, _form in RULES]
    assert faults(line) == []
    assert (line["idAttribuant"], line["idBeneficiaire"]) == SIRETS
    assert Decimal(line["montant"]) == grant.amount
    assert (line["conditionsVersement"], line["datesPeriodeVersement"]) == ("échelonné", "2022-09-01/2023-09-01")


def test_a_grant_of_which_no_payment_is_known_says_so(client: Client, grant: Grant) -> None:
    (line,) = lines(client)

    assert faults(line) == []
    assert (line["conditionsVersement"], line["datesPeriodeVersement"]) == ("non renseigné", "2022-06-01")


def test_an_association_may_have_no_siret(client: Client, grant: Grant) -> None:
    grant.beneficiary.identifiers.update(scheme=Scheme.RNA, value="W142001234")

    (line,) = lines(client)

    assert (faults(line), line["rnaBeneficiaire"]) == ([], "W142001234")


def test_an_invented_grant_says_that_it_is(client: Client, grant: Grant) -> None:
    Grant.objects.update(is_demo=True, purpose="x" * 256)

    (line,) = lines(client)

    assert line["objet"].startswith("Démonstration, ligne inventée")
    assert faults(line) == []


@pytest.mark.parametrize("lacking", [{"convention_signed_on": None}, {"convention_signed_on": date(2999, 1, 1)}])
def test_a_grant_without_a_signed_agreement_waits(client: Client, grant: Grant, lacking: dict[str, date]) -> None:
    Grant.objects.update(**lacking)

    assert lines(client) == []


def test_a_grant_of_a_body_without_a_number_waits(client: Client, grant: Grant) -> None:
    grant.beneficiary.identifiers.all().delete()

    assert lines(client) == []


def test_a_grant_of_an_action_that_is_not_published_is_told_to_nobody(client: Client, grant: Grant) -> None:
    Grant.objects.update(project=factories.ProjectFactory())

    assert lines(client) == []
