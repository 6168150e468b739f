"""Each field says why it is asked and who will read it, under its box."""

import pytest
from django.contrib import admin
from django.db.models import Field, Model
from django.test import Client

from doctorates.models import Thesis
from programmes.admin.common import typed_fields
from programmes.admin.why import _TABLES, ENGLISH, Seen, asked, public
from programmes.models import CommitmentSheet, Laboratory
from tests.admin.conftest import TABLES, address
from tests.factories import LaboratoryFactory, ThesisFactory

BY_THE_REGISTER = {"assignment", "editionfile", "job", "import", "user", "errorreport", "merge", "visa", "statuschange"}
BY_THE_REGISTER |= {"formerslug", "edition", "editionpublication", "editionwithdrawal", "annualreport", "responselink"}
BY_THE_REGISTER |= {"mergedrow", "withdrawalagreement"}


def columns() -> list[Field]:
    """What staff type by hand on any page: the columns of tables, and of rows in them."""
    rows = [inline.model for page in admin.site._registry.values() for inline in page.get_inlines(None, None)]  # type: ignore[arg-type]
    tables = {model for model in (*TABLES, *rows) if model._meta.model_name not in BY_THE_REGISTER}
    links = {"content_type", "object_id", "sheet", "meeting"}
    return [
        model._meta.get_field(name)
        for model in sorted(tables, key=str)
        for name in typed_fields(model)
        if name not in links and not _is_parent(model, name)
    ]


def _is_parent(model: type[Model], name: str) -> bool:
    """Whether a column only says to which record a row belongs."""
    owners = [page for page in admin.site._registry.values() if model in {row.model for row in page.inlines}]
    return any(model._meta.get_field(name).related_model is page.model for page in owners)


def test_every_field_that_staff_type_says_why() -> None:
    assert [str(column) for column in columns() if asked(column) is None] == []


def test_nothing_is_said_of_a_field_that_does_not_exist() -> None:
    names = [(model, name) for model, table in _TABLES.items() for name in table.fields]

    assert [f"{model._meta.label}.{name}" for model, name in names if not hasattr(model, name)] == []


@pytest.mark.parametrize(
    ("model", "name", "seen"),
    [
        (CommitmentSheet, "difficulties", Seen.PARTNERS),
        (CommitmentSheet, "progress", Seen.PUBLIC),
        (Thesis, "employer", Seen.PARTNERS),
        (Thesis, "name_ground", Seen.INTERNAL),
        (Laboratory, "source", Seen.PUBLIC),
    ],
)
def test_who_reads_a_field_is_said(model: type[Model], name: str, seen: Seen) -> None:
    said = asked(model._meta.get_field(name))  # type: ignore[arg-type]

    assert said is not None
    assert said.seen is seen


def test_an_english_text_is_for_the_readers_of_the_french_one() -> None:
    assert asked(Thesis._meta.get_field("abstract_en")) == public(ENGLISH)


def test_the_words_stand_under_the_box_and_are_tied_to_it(desk: Client) -> None:
    page = desk.get(address(ThesisFactory(), "change")).text

    assert 'aria-describedby="id_employer_helptext"' in page
    assert "Qui signe le contrat" in page
    assert "Le nom ne paraît qu’après la soutenance" in page


def test_the_words_on_a_column_stand_once_above_its_table(desk: Client) -> None:
    page = desk.get(address(LaboratoryFactory(), "change"), {"ouvrir": "tous"}).text

    assert page.count('id="asked-unitcode-number"') == 1
    assert 'aria-describedby="asked-unitcode-number"' in page
    assert "le code du CNRS, daté" in page.replace("Le code", "le code")
