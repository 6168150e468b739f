"""Amounts, identifiers, formatted texts: what is kept, what is thrown away, on every way into the database."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.db.models.functions import Upper

from programmes.fields import (
    NESTING_LIMIT,
    RICH_TEXT_LIMIT,
    IdentifierField,
    MoneyField,
    RichTextField,
    RichTextInput,
    clean_html,
    words_of,
)
from programmes.identifiers import Scheme, validate_nnt


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<p>Oui</p><script>alert(1)</script>", "<p>Oui</p>"),
        ("<style>p { color: red }</style><p>Oui</p>", "<p>Oui</p>"),
        ('<p onclick="x()" style="color:red" class="a">Oui</p>', "<p>Oui</p>"),
        ('<img src="x" onerror="alert(1)">Oui', "Oui"),
        ('<a href="javascript:alert(1)">Oui</a>', "Oui"),
        ('<a href=" java\nscript:alert(1)">Oui</a>', "Oui"),
        ('<a href="data:text/html,x">Oui</a>', "Oui"),
        ('<a href="//ailleurs.example">Oui</a>', "Oui"),
        ("<svg><script>alert(1)</script></svg>Oui", "Oui"),
        ("Oui<!-- note -->", "Oui"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ],
)
def test_nothing_dangerous_is_kept(typed: str, kept: str) -> None:
    assert clean_html(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "<p>Un <strong>mot</strong>, un <em>autre</em>,<br>CO<sub>2</sub>, 10<sup>3</sup></p>",
        '<p><a href="https://www.normandie.fr/?a=1&amp;b=2">Région</a></p>',
        '<p><a href="mailto:contact@normandie.example">Écrire</a></p>',
        "<h2>Bilan</h2><h3>Équipement</h3><blockquote><p>Cité</p></blockquote>",
        "<ul><li>Un</li><li>Deux<ol><li>Trois</li></ol></li></ul>",
        "<p>18\u202fT&nbsp;: l’aimant</p>",
    ],
)
def test_light_formatting_is_kept_as_typed(text: str) -> None:
    assert clean_html(text) == text


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("<ul><li><p>Un</p></li></ul>", "<ul><li>Un</li></ul>"),
        ("<ul><li><p>Un</p><p>Deux</p></li></ul>", "<ul><li>Un<br>Deux</li></ul>"),
        (
            "<ul><li><p>Un</p><ul><li>Deux</li></ul><p>Trois</p></li></ul>",
            "<ul><li>Un<ul><li>Deux</li></ul>Trois</li></ul>",
        ),
        ("<ul><li><h2>Un</h2></li></ul>", "<ul><li>Un</li></ul>"),
        ("<li>Un</li><li>Deux</li>", "Un<br>Deux"),
        ("<ul><ul><li>Un</li></ul></ul>", "<ul><li>Un</li></ul>"),
        ("<h2>Un <div><h3>Deux</h3></div></h2>", "<h2>Un <br>Deux</h2>"),
        (
            '<a href="https://un.example"><table><a href="https://deux.example">Un',
            '<a href="https://un.example">Un</a>',
        ),
        ("<p><b>Un</b> <i>Deux</i></p>", "<p><strong>Un</strong> <em>Deux</em></p>"),
        ("<h1>Un</h1><h5>Deux</h5>", "<h2>Un</h2><h3>Deux</h3>"),
        ("Un\nDeux\n\nTrois", "<p>Un<br>Deux</p>\n\n<p>Trois</p>"),
    ],
)
def test_pasted_text_takes_a_shape_that_the_report_accepts(typed: str, tidied: str) -> None:
    assert clean_html(typed) == tidied


@pytest.mark.parametrize("typed", ["", "  \n ", "<p></p>", "<p>&nbsp;</p>", "<p><br></p>", "<script>x</script>"])
def test_a_text_without_a_word_is_empty(typed: str) -> None:
    assert clean_html(typed) == ""


def test_nesting_is_cut_but_no_word_is_lost() -> None:
    deep = "<blockquote>" * 500 + "fond" + "</blockquote>" * 500

    cleaned = clean_html(deep)

    assert cleaned == "<blockquote>" * NESTING_LIMIT + "fond" + "</blockquote>" * NESTING_LIMIT


@pytest.mark.parametrize(
    "typed",
    [
        "<ul><li><p>Un</p><p>Deux</p></li></ul>",
        "Un\n\nDeux",
        "<ul>" * 12 + "<li>Un<li>Deux" + "</ul>" * 12,
        "<b><p>a</b>b",
    ],
)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    once = clean_html(typed)

    assert clean_html(once) == once


def test_a_formatted_text_is_cleaned_on_its_way_to_the_database() -> None:
    field = RichTextField("description")

    stored = field.get_db_prep_save("<p>Oui<script>alert(1)</script></p>", connection)

    assert stored == "<p>Oui</p>"


def test_an_unknown_text_stays_unknown() -> None:
    assert RichTextField(null=True).get_db_prep_save(None, connection) is None


def test_an_expression_of_the_database_passes_untouched() -> None:
    expression = Upper(models.F("summary"))

    assert RichTextField().get_db_prep_save(expression, connection) is expression


def test_a_text_too_long_is_refused_with_its_length() -> None:
    field = RichTextField("description")

    with pytest.raises(ValidationError) as refusal:
        field.clean("a" * (RICH_TEXT_LIMIT + 1), None)

    assert refusal.value.messages == [
        "Ce texte est trop long\u00a0: 50001 caractères, mise en forme comprise, pour 50000 au plus."
    ]


def test_a_text_too_long_is_refused_without_a_form_too() -> None:
    with pytest.raises(ValidationError):
        RichTextField().get_db_prep_save("a" * (RICH_TEXT_LIMIT + 1), connection)


def test_an_amount_is_in_euros_and_cents() -> None:
    field = MoneyField("montant", null=True)

    assert field.clean(Decimal("999999999999.99"), None) == Decimal("999999999999.99")
    assert field.clean(Decimal("-12.50"), None) == Decimal("-12.50")


def test_an_amount_with_three_decimals_is_refused() -> None:
    with pytest.raises(ValidationError):
        MoneyField("montant").clean(Decimal("1.005"), None)


@pytest.mark.parametrize("field", [MoneyField("montant", null=True), RichTextField("texte", blank=True)])
def test_a_migration_can_rebuild_the_column(field: models.Field) -> None:
    _name, path, arguments, options = field.deconstruct()

    rebuilt = type(field)(*arguments, **options)

    assert path.startswith("programmes.fields.")
    assert rebuilt.deconstruct()[1:] == (path, arguments, options)


def test_an_identifier_is_kept_in_its_one_spelling() -> None:
    field = IdentifierField("NNT", scheme=Scheme.NNT, null=True)

    assert field.clean("2021 norm c201", None) == "2021NORMC201"
    assert field.get_prep_value("https://theses.fr/2021NORMC201") == "2021NORMC201"
    assert field.get_prep_value(None) is None


def test_a_text_that_is_no_identifier_is_refused() -> None:
    with pytest.raises(ValidationError):
        IdentifierField("NNT", scheme=Scheme.NNT).clean("NORM", None)


def test_a_migration_writes_an_identifier_and_its_validator_down() -> None:
    validator, _imports = MigrationWriter.serialize(validate_nnt)
    column, _imports = MigrationWriter.serialize(IdentifierField("NNT", scheme=Scheme.NNT, null=True))

    assert validator == "programmes.identifiers.IdentifierValidator('nnt')"
    assert column == "programmes.fields.IdentifierField(max_length=255, null=True, scheme='nnt', verbose_name='NNT')"


def test_the_words_of_a_text_stand_without_their_formatting() -> None:
    stored = "<p>Plus de <strong>vingt</strong> thèses&nbsp;: voici.</p><p>R&amp;D<br>et suite</p>"

    assert words_of(stored) == "Plus de vingt thèses\u00a0: voici. R&D et suite"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("<p>Deux éditions&nbsp;: voici.</p>", "Deux éditions\u00a0: voici."),
        ("<p>Un.<br>Deux.</p>\n\n<p>R&amp;D</p>", "Un.\nDeux.\n\nR&D"),
        ("<p>a &lt; b</p>", "<p>a &lt; b</p>"),
        ("<p>Un <strong>mot</strong></p>", "<p>Un <strong>mot</strong></p>"),
        ("", ""),
        (None, None),
    ],
)
def test_plain_paragraphs_are_typed_without_tags(stored: str | None, shown: str | None) -> None:
    assert RichTextInput().prepare_value(stored) == shown


def test_what_was_shown_and_not_touched_has_not_changed() -> None:
    field, stored = RichTextInput(), clean_html("Un\u00a0: deux.\nTrois.\n\nQuatre & cinq.")

    shown = field.prepare_value(stored)

    assert not field.has_changed(stored, shown)
    assert clean_html(field.clean(shown)) == stored
    assert field.has_changed(stored, shown + " Six.")


def test_an_empty_text_stays_empty() -> None:
    field = RichTextField(blank=True).formfield()

    assert field.clean("  ") == ""
