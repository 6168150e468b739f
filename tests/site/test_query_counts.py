"""A page takes as many queries for many records as for few."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from tests import factories
from tests.site.conftest import Register, make_register

pytestmark = pytest.mark.usefixtures("unmeasured")


def grow(register: Register) -> None:
    """More of everything around the same records."""
    protocol, project = register.protocol, register.project
    for _ in range(3):
        commitment = factories.CommitmentFactory(protocol=protocol, published=True)
        factories.IndicatorValueFactory(indicator__commitment=commitment)
        theme = factories.ThemeFactory(protocol=protocol, published=True)
        laboratory = factories.LaboratoryFactory(published=True)
        factories.UnitCodeFactory(laboratory=laboratory)
        register.theme.laboratory_links.create(laboratory=laboratory)
        theme.laboratory_links.create(laboratory=register.laboratory)
        other = factories.ProjectFactory(lead_laboratory=register.laboratory, published=True)
        other.theme_links.create(theme=register.theme)
        other.commitment_links.create(commitment=register.commitment)
        project.commitment_links.create(commitment=commitment)
        project.participations.create(laboratory=laboratory, role="partner")
        project.milestones.create(rank=project.milestones.count() + 1, label="Jalon", planned_on=date(2024, 1, 1))
        contribution = factories.ContributionFactory(project=project)
        contribution.funder_links.create(organisation=factories.OrganisationFactory())
        factories.GrantFactory(project=project)
        thesis = factories.ThesisFactory(project=project, laboratory=register.laboratory, published=True)
        thesis.theme_links.create(theme=register.theme)
        factories.ThesisFundingFactory(thesis=thesis)
        factories.ThesisFundingFactory(thesis=register.thesis, share=10)
        factories.IndicatorValueFactory(indicator__commitment=register.commitment)


def addresses(register: Register) -> dict[str, str]:
    """Every kind of page."""
    return {
        "home": "/fr/",
        "protocol": "/fr/protocole/",
        "commitments": "/fr/engagements/",
        "commitment": f"/fr/engagements/{register.protocol.reference}/{register.commitment.number}/",
        "themes": "/fr/themes/",
        "theme": f"/fr/themes/{register.theme.slug}/",
        "laboratories": "/fr/laboratoires/",
        "laboratory": f"/fr/laboratoires/{register.laboratory.slug}/",
        "projects": "/fr/actions/",
        "project": f"/fr/actions/{register.project.slug}/",
        "theses": "/fr/theses/",
        "thesis": f"/fr/theses/{register.thesis.slug}/",
        "reports": "/fr/rapports/",
    }


@pytest.mark.parametrize(
    "page",
    [
        "home",
        "protocol",
        "commitments",
        "commitment",
        "themes",
        "theme",
        "laboratories",
        "laboratory",
        "projects",
        "project",
        "theses",
        "thesis",
        "reports",
    ],
)
def test_a_page_takes_the_same_queries_at_two_sizes(db: None, count_queries: Callable[[str], int], page: str) -> None:
    register = make_register()
    grow(register)
    few = count_queries(addresses(register)[page])

    grow(register)

    assert count_queries(addresses(register)[page]) == few


MANY = """
    INSERT INTO doctorates_thesis (version, is_demo, source, reference, status, slug, project_id, title, title_en,
        abstract, abstract_en, keywords, keywords_en, discipline, discipline_en, laboratory_id, is_cifre, state,
        registered_on, result, hal_id, title_is_public, name_is_public, name_ground)
    SELECT 1, false, '', 'copie-' || n, status, 'copie-' || n, project_id, title || n, '', '', '', '', '', '', '',
        laboratory_id, false, state, registered_on, '', '', true, false, ''
    FROM doctorates_thesis, generate_series(1, %s) n WHERE slug = %s
"""


def copy(register: Register, name: str, times: int) -> None:
    """The thesis of the register many times over, past the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(MANY.replace("copie-", f"{name}-"), [times, register.thesis.slug])
        cursor.execute("SET session_replication_role = origin")


@pytest.mark.parametrize("query", ["", "?state=E&q=etude", "?page=2&sort=title"])
def test_a_list_takes_six_queries_at_most_for_twenty_rows_and_for_two_thousand(
    register: Register, count_queries: Callable[[str], int], query: str
) -> None:
    copy(register, "copie", 25)
    few = count_queries(f"/fr/theses/{query}")

    copy(register, "autre", 2_000)

    assert count_queries(f"/fr/theses/{query}") == few <= 6
