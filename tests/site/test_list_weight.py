"""What a list weighs: on a slow line in Cherbourg as in Kyoto."""

import gzip
from datetime import date

import pytest
from django.test import Client

from tests import factories
from tests.site.conftest import Register

RAW, PRESSED = 21_500, 6_000  # bytes


@pytest.fixture
def twenty_theses(register: Register) -> Register:
    """A page of theses, of eight themes, ten laboratories, five schools, paid by two bodies, over nine years."""
    themes = [register.theme, *factories.ThemeFactory.create_batch(7, protocol=register.protocol, published=True)]
    laboratories = factories.LaboratoryFactory.create_batch(10, published=True)
    schools, funders = factories.DoctoralSchoolFactory.create_batch(5), factories.OrganisationFactory.create_batch(2)
    for number in range(20):
        thesis = factories.ThesisFactory(
            project=register.project,
            laboratory=laboratories[number % 10],
            school=schools[number % 5],
            title=f"Étude inventée numéro {number} des matériaux pour l’agriculture",
            keywords="chimie, matériaux, énergie, catalyse",
            registered_on=date(2015 + number % 9, 10, 1),
            published=True,
        )
        thesis.theme_links.create(theme=themes[number % 8])
        for funder in funders:
            factories.ThesisFundingFactory(thesis=thesis, organisation=funder, share=50)
    return register


def test_a_list_of_theses_with_its_facets_is_light(client: Client, twenty_theses: Register) -> None:
    page = client.get("/fr/theses/").content

    assert page.count(b"<tr><td>") == 20
    assert page.count(b'type="checkbox"') >= 25
    assert len(page) <= RAW
    assert len(gzip.compress(page)) <= PRESSED
