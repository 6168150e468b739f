"""How values and texts read on a page, and what stands for those nobody has given."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from programmes.enums import FileFormat, Language
from programmes.models import EditionFile
from programmes.templatetags import words
from programmes.views.editions import file_words
from tests import factories
from tests.site.conftest import Register


@pytest.mark.parametrize("worded", [words.euros(None), words.number(None), words.day(None), words.measure(None)])
def test_a_missing_value_reads_the_same_everywhere(worded: str) -> None:
    assert worded == '<em class="unknown">non renseigné</em>'


@pytest.mark.parametrize(("language", "worded"), [("fr", "3,4\u00a0Mo"), ("en", "3.4\u00a0MB")])
def test_the_size_of_a_file_is_in_millions_of_bytes(language: str, worded: str) -> None:
    with translation.override(language):
        assert words.megabytes(3_400_000) == worded


def test_a_small_file_still_weighs_something() -> None:
    assert words.megabytes(12) == "0,1\u00a0Mo"


def test_a_figure_between_two_values_says_both() -> None:
    assert words.measure(Decimal(3), "between", Decimal(4)) == "de 3 à 4"


def test_the_name_of_a_register_goes_without_its_brackets() -> None:
    assert words.short_scheme("RNSR (structure de recherche)") == "RNSR"


@pytest.mark.parametrize(("text", "cut"), [("court", "court"), ("un texte bien trop long", "un texte bien…")])
def test_an_excerpt_ends_between_two_words(text: str, cut: str) -> None:
    assert words.excerpt(text, 15) == cut


@pytest.mark.parametrize(
    ("file_format", "language", "expected"),
    [
        (FileFormat.PDF, Language.FRENCH, "Télécharger en français"),
        (FileFormat.PDF, Language.ENGLISH, "Télécharger en anglais"),
        (FileFormat.CSV, Language.FRENCH, "CSV (français)"),
        (FileFormat.PAGE, Language.FRENCH, "Les engagements sur une page, en français"),
        (FileFormat.PAGE, Language.ENGLISH, "Les engagements sur une page, en anglais"),
    ],
)
def test_a_file_says_what_a_click_gives(file_format: FileFormat, language: Language, expected: str) -> None:
    assert file_words(EditionFile(format=file_format, language=language)) == expected


def test_a_formatted_summary_keeps_its_formatting(client: Client, register: Register) -> None:
    type(register.project).objects.update(summary="<p>Un <strong>instrument</strong></p>", summary_en="")

    french = client.get(f"/fr/actions/{register.project.slug}/").content.decode()
    english = client.get(f"/en/projects/{register.project.slug}/").content.decode()

    assert "<strong>instrument</strong>" in french
    assert '<div lang="fr"><p>Un <strong>instrument</strong></p></div>' in english


def test_bodies_show_a_number_of_theirs(client: Client, register: Register) -> None:
    body = factories.OrganisationFactory(name="Organisme partenaire")
    factories.IdentifierFactory(organisation=body, scheme="isni", value="0000000121032683")
    register.project.participations.create(organisation=body, role="partner")
    register.project.key_figures.create(label="Champ", value=18, unit="T")

    page = client.get(f"/fr/actions/{register.project.slug}/").content.decode()

    assert "Organisme partenaire" in page
    assert "ISNI" in page


def test_defended_theses_are_counted_apart(client: Client, register: Register) -> None:
    factories.ThesisFactory(project=register.project, defended=True, published=True)

    assert "2</a>" in client.get("/fr/").content.decode()
    assert "dont 1 soutenue<" in client.get("/fr/").content.decode()


def test_an_acronym_that_the_name_holds_is_not_said_twice(client: Client, db: None) -> None:
    alone = factories.LaboratoryFactory(name="Institut BOCAGE", acronym="BOCAGE", published=True)
    other = factories.LaboratoryFactory(name="Laboratoire des haies", acronym="LDH", published=True)

    assert "<h1>Institut BOCAGE</h1>" in client.get(f"/fr/laboratoires/{alone.slug}/").content.decode()
    assert "<h1>Laboratoire des haies (LDH)</h1>" in client.get(f"/fr/laboratoires/{other.slug}/").content.decode()
