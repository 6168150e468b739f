"""An export sent back as an import changes nothing, whatever the texts hold."""

from decimal import Decimal

import pytest

from doctorates.models import ThesisTheme
from programmes.identifiers import Scheme
from programmes.models import Identifier, LaboratorySupervision, User
from programmes.resources import all_kinds
from projects.models import ProjectTheme
from tests.factories import (
    ContributionFactory,
    GrantFactory,
    LaboratoryFactory,
    OrganisationFactory,
    PaymentFactory,
    PersonFactory,
    ProjectFactory,
    ThemeFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UnitCodeFactory,
    UserFactory,
)

from .reading import exported, lines_of, rows_of_kind, sent_back

pytestmark = pytest.mark.django_db
AWKWARD = (
    "=1+1",
    "+33 2",
    "-5 °C",
    "@ici",
    "’apostrophe",
    "'=x",
    "''@y",
    "'t Hooft",
    'a;b"c"',
    "<b> & co",
    "oui",
    "0012",
)
LINES = "Première  ligne,\tdeux\r\n\r\n- tiret ; fin\nencore"


@pytest.fixture
def agent() -> User:
    """Somebody who may write every kind of record."""
    return UserFactory(administrator=True)


@pytest.fixture
def register(agent: User) -> None:
    """Records of every kind, with what spreadsheets like to spoil."""
    body = OrganisationFactory(name="=SOMME(A1)", acronym="-ORG", website="https://exemple.invalid/?a=1&b=2")
    Identifier.objects.create(organisation=body, scheme=Scheme.SIRET, value="18008901303720")
    laboratory = LaboratoryFactory(summary=LINES, latitude=Decimal("49.182863"), longitude=Decimal("-0.370679"))
    UnitCodeFactory(laboratory=laboratory)
    LaboratorySupervision.objects.create(laboratory=laboratory, organisation=body)
    person = PersonFactory(family_name="+Exemple")
    action = ProjectFactory(summary="<p>Un <strong>texte</strong></p><p>deux</p>", lead_laboratory=laboratory)
    ProjectTheme.objects.create(project=action, theme=ThemeFactory())
    PaymentFactory(grant=GrantFactory(project=action, amount=Decimal("1234567.89")), mandate_number="0042", amount=-1)
    ContributionFactory(project=action)
    for number, title in enumerate(AWKWARD):
        ThesisFactory(title=title, abstract=LINES, candidate=person, reference=f"these-{number}", is_cifre=number % 2)
    ThesisTheme.objects.create(thesis=ThesisFactory(reference="avec-theme"), theme=ThemeFactory())
    shared = ThesisFactory(reference="partagee")
    for share in ("0.5", "1", "48.5"):
        ThesisFundingFactory(thesis=shared, share=Decimal(share))
    periods = ThesisFactory(reference="periodes")
    ThesisFundingFactory(thesis=periods, share=80, since="2021-01-01", until="2021-12-31")
    ThesisFundingFactory(thesis=periods, share=80, since="2022-01-01", until="2022-12-31")


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_an_export_sent_back_changes_nothing(kind: str, ending: str, agent: User) -> None:
    rows = rows_of_kind(kind)

    made = sent_back(exported(rows, ending), f"export.{ending}", kind, agent)

    assert ([line for line in made.lines if line[1] != "same"], made.message) == ([], "")
    assert made.totals == {"new": 0, "changed": 0, "same": rows.count(), "refused": 0}


@pytest.mark.usefixtures("register")
def test_no_text_is_a_formula_for_a_spreadsheet() -> None:
    lines = lines_of(exported(rows_of_kind("theses"), "csv"))

    titles = {line["Référence"]: line["Titre"] for line in lines}
    assert [titles[f"these-{n}"] for n in (0, 1, 3, 5, 7)] == ["'=1+1", "'+33 2", "'@ici", "''=x", "'t Hooft"]
