"""A page takes as many queries for many records as for few."""

from collections.abc import Callable
from datetime import date

import pytest

from tests import factories
from tests.site.conftest import Register, make_register


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
