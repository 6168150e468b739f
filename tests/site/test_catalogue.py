"""The English catalogue is whole and compiled: a bare machine has no program to compile it."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation import ngettext, override

from programmes.models.agreement import ProtocolState

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE = ROOT / "normandie_cnrs" / "locale" / "en" / "LC_MESSAGES" / "django.po"
TAG = re.compile(r"{% translate [\"']([^\"]*?)[\"'](?: as \w+)? %}")
BLOCK = re.compile(r"{% blocktranslate.*?%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", re.DOTALL)


def sentences(template: Path) -> Iterator[str]:
    """The sentences of a template, as the catalogue writes them."""
    text = template.read_text()
    yield from TAG.findall(text)
    yield from (
        re.sub(r"{{ (\w+) }}", r"%(\1)s", re.sub(r"[ \n]+", " ", found).strip()) for found in BLOCK.findall(text)
    )


def public_templates() -> list[Path]:
    """Templates of the public pages and of the report; the administration speaks French only."""
    return [path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts]


def test_every_sentence_has_its_english() -> None:
    catalogue = polib.pofile(str(CATALOGUE))

    assert [entry.msgid for entry in catalogue if entry.fuzzy or not entry.translated()] == []


def test_every_sentence_of_a_template_is_in_the_catalogue() -> None:
    known = {entry.msgid for entry in polib.pofile(str(CATALOGUE))}

    assert {words for template in public_templates() for words in sentences(template)} - known == set()


def test_the_compiled_catalogue_is_current() -> None:
    written = {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in polib.pofile(str(CATALOGUE))}
    compiled = {
        entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    }

    assert compiled == written


def test_places_of_values_are_kept() -> None:
    places = re.compile(r"%\(\w+\)s|%s")
    entries = [entry for entry in polib.pofile(str(CATALOGUE)) if not entry.msgid_plural]

    assert [
        entry.msgid for entry in entries if sorted(places.findall(entry.msgid)) != sorted(places.findall(entry.msgstr))
    ] == []


@pytest.mark.parametrize("state", ProtocolState)
def test_the_state_of_a_protocol_is_told_in_english(state: ProtocolState) -> None:
    with override("en"):
        assert str(state.label) in ("to come", "in force", "extended", "expired", "dates not provided")


def test_nothing_is_singular_in_french() -> None:
    french = CATALOGUE.parents[2] / "fr" / "LC_MESSAGES" / "django.po"
    counted = {entry.msgid for entry in polib.pofile(str(CATALOGUE)) if entry.msgid_plural}

    assert counted - {entry.msgid for entry in polib.pofile(str(french)) if entry.msgid_plural} == set()
    with override("fr"):
        assert ngettext("voir la liste (%(all)s ligne)", "voir la liste (%(all)s lignes)", 0).endswith("ligne)")
