"""Whatever staff or readers type stays words: no sign of it is read as markup, nor as a place to fill in."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from programmes.models.base import Row
from tests.site.conftest import Register
from tests.site.test_every_page import strict_faults
from tests.site.test_query_counts import addresses, grow

HOSTILE = "<script>\"'&{0}{x}%s%(n)s\\</script>"
SHOWN = "&lt;script&gt;"
WORDS = (models.CharField, models.TextField)
TYPED = "q=%3Cscript%3E%22%7B0%7D%25s&year_from=%22%3E&theme=%3Cb%3E&sort=%22"


def texts() -> list[tuple[Any, str]]:
    """Every column of plain words that staff may fill."""
    return [
        (model, column.attname)
        for model in apps.get_models()
        if issubclass(model, Row)
        for column in model._meta.concrete_fields
        if type(column) in WORDS and column.editable and not (column.choices or column.unique)
        if (column.max_length or len(HOSTILE)) >= len(HOSTILE)
    ]


def test_words_of_staff_are_never_read_as_markup(client: Client, register: Register) -> None:
    grow(register)
    filled = [model._base_manager.update(**{name: HOSTILE}) for model, name in texts()]

    pages = [client.get(path) for path in (*addresses(register).values(), "/en/projects/", "/en/theses/")]

    assert sum(filled) > 100
    assert [page.request["PATH_INFO"] for page in pages if SHOWN not in page.text] == ["/fr/rapports/"]
    assert [fault for page in pages for fault in strict_faults(page)] == []
    assert [page.request["PATH_INFO"] for page in pages if HOSTILE[:9] in page.text or "&amp;lt;" in page.text] == []


@pytest.mark.parametrize("path", ["/fr/theses/", "/en/projects/", "/fr/laboratoires/", "/fr/recherche/"])
def test_words_of_readers_are_never_read_as_markup(client: Client, register: Register, path: str) -> None:
    page = client.get(f"{path}?{TYPED}")

    assert (page.status_code, strict_faults(page)) == (200, [])
    assert '<script>"{0}' not in page.text
    assert f"{SHOWN}&quot;{{0}}%s" in page.text
