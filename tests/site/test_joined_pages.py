"""Pages join what others keep apart: promises, proof, results, money, thanks."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.html import strip_tags

from programmes.models import Remark
from projects.models import Output
from tests import factories
from tests.site.conftest import Register


def test_a_thesis_leads_to_its_promises_its_results_and_its_thanks(client: Client, register: Register) -> None:
    output = Output.objects.create(project=register.project, kind="software", year=2024, title="Un logiciel", doi="")
    register.thesis.output_links.create(output=output)
    factories.ThesisFundingFactory(thesis=register.thesis, organisation__name="Organisme payeur")

    page = client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()

    assert register.commitment.label in page
    assert "Un logiciel" in page
    assert "Avec le soutien de\u00a0: Organisme payeur (" in page
    assert "With the support of: " in page


def test_the_results_of_a_hidden_action_stay_hidden(client: Client, register: Register) -> None:
    output = Output.objects.create(project=factories.ProjectFactory(), kind="software", year=2024, title="Caché")
    register.thesis.output_links.create(output=output)

    assert "Caché" not in client.get(f"/fr/theses/{register.thesis.slug}/").content.decode()


def test_an_action_says_both_its_planned_and_its_actual_dates(client: Client, register: Register) -> None:
    type(register.project).objects.update(planned_start=date(2022, 1, 1), actual_start=date(2022, 3, 1))

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "1er\u00a0mars\u00a02022" in page
    assert "prévu le 1er\u00a0janvier\u00a02022" in page


def test_equipment_open_to_others_says_how_to_ask(client: Client, register: Register) -> None:
    type(register.project).objects.update(is_open_to_users=True, access="Par appel, deux fois par an.")

    assert "Par appel, deux fois par an." in client.get(f"/fr/actions/{register.project.slug}/").content.decode()


def test_equipment_of_which_nothing_is_known_says_so(client: Client, register: Register) -> None:
    type(register.project).objects.update(kind="equipment", is_open_to_users=False)

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "Comment demander un accès\u00a0: <em" in page


def test_a_call_says_for_whom_until_when_and_where_to_apply(client: Client, register: Register) -> None:
    call = {"audience": "Équipes de tous pays", "apply_url": "https://exemple.test/candidater"}
    factories.CallFactory(project=register.project, closes_on=date(2031, 3, 4), published=True, **call)

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "Équipes de tous pays" in page
    assert "04/03/2031" in page
    assert 'href="https://exemple.test/candidater"' in page


@pytest.mark.parametrize(("record", "place"), [("theme", "themes"), ("laboratory", "laboratoires")])
def test_a_count_of_theses_leads_to_those_and_no_others(
    client: Client, register: Register, record: str, place: str
) -> None:
    one = getattr(register, record)

    page = client.get(f"/fr/{place}/{one.slug}/").content.decode()

    assert f'href="/fr/theses/?{record}={one.slug}"' in page


def test_parts_of_actions_are_told_apart_on_the_home_page(client: Client, register: Register) -> None:
    part = factories.ProjectFactory(part_of=register.project, published=True)
    part.commitment_links.create(commitment=register.commitment)

    page = client.get("/fr/").content.decode()

    assert "action commune, et 1 partie d’action" in page


def test_the_money_of_parts_is_in_the_sum_of_the_home_page_and_of_the_protocol(
    client: Client, register: Register
) -> None:
    part = factories.ProjectFactory(part_of=register.project, published=True)
    part.commitment_links.create(commitment=register.commitment)
    factories.ContributionFactory(project=register.project, amount=1_000_000)
    factories.ContributionFactory(project=part, amount=200_000)

    home, protocol = client.get("/fr/").context, client.get("/fr/protocole/").context

    shown = {figure.value for figure in home["figures"]}
    sums = [block.details["money"].total.planned for block in protocol["drawn"] if block.name == "projects-money"]
    assert sums == [1_200_000]
    assert "1,2" in shown


def test_money_and_theses_of_a_protocol_are_drawn_with_their_tables(client: Client, register: Register) -> None:
    contribution = factories.ContributionFactory(project=register.project)
    contribution.funder_links.create(organisation=factories.OrganisationFactory(name="Une entreprise"))
    again = factories.ContributionFactory(project=register.project)
    again.funder_links.create(organisation=factories.OrganisationFactory(name="Une autre"))
    Remark.objects.create(record=register.project, field="actual_end", other_value="Trois ans")

    page = client.get("/fr/protocole/").content.decode()

    assert "Les mêmes montants en tableau, par thème" in page
    assert "Une entreprise" in page
    assert f"/fr/actions/{register.project.slug}/#divergences" in page
    assert "2021-22" in page


def test_a_public_address_is_shown_and_a_private_one_never(client: Client, register: Register) -> None:
    type(register.laboratory).objects.update(contact_email="direction@labo.test")
    person = factories.PersonFactory(family_name="Bréhant")
    register.laboratory.contacts.create(person=person, role="Direction", email="z.brehant@labo.test")

    pages = [
        client.get(f"/fr/laboratoires/{register.laboratory.slug}/").content.decode(),
        client.get(f"/fr/actions/{register.project.slug}/").content.decode(),
        client.get(f"/en/theses/{register.thesis.slug}/").content.decode(),
    ]

    assert ["mailto:direction@labo.test" in page for page in pages] == [True] * 3
    assert ["brehant" in page for page in pages] == [False] * 3


@pytest.mark.parametrize("address", ["zoe.brehant@labo.test", "brehant@labo.test"])
@pytest.mark.parametrize("record", ["laboratory", "project"])
def test_the_address_of_a_person_is_refused_as_a_public_one(register: Register, record: str, address: str) -> None:
    factories.PersonFactory(family_name="Bréhant")
    row = getattr(register, record)
    row.contact_email = address

    with pytest.raises(ValidationError, match="celle d’un service"):
        row.clean()


def test_a_figure_is_copied_with_its_source_its_day_and_its_licence(client: Client, register: Register) -> None:
    register.project.key_figures.create(label="Équipes", value=41, source="Bilan du site", as_of=date(2024, 12, 31))

    page = strip_tags(client.get(f"/fr/actions/{register.project.slug}/").content.decode())
    home = client.get("/en/").content.decode()

    address = f"http://testserver/fr/actions/{register.project.slug}/"
    sentence = f"41 – Équipes – Bilan du site – 31\u00a0décembre\u00a02024 – Licence Ouverte 2.0 – {address}"
    assert sentence in page
    assert "counted by the register Normandie – CNRS" in home


def test_a_thesis_begun_is_drawn_at_once_on_the_page_of_the_protocol(client: Client, register: Register) -> None:
    before = client.get("/fr/protocole/").headers["ETag"]

    factories.ThesisFactory(project=register.project, registered_on=date(2023, 10, 1), published=True)
    after = client.get("/fr/protocole/")

    assert after.headers["ETag"] != before
    assert "2023-24" in after.content.decode()
