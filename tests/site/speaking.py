"""In which language the texts of a page are: French words that a voice would read with an English accent."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib

FRENCH = re.compile(r"\b(?:le|la|les|des|du|une|dans|pour|aux|avec|sur|est|sont|qui|par)\b|\b[dlsn]’\w", re.IGNORECASE)
FILE = re.compile(r"[\w-]+\.csv")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SILENT = ("script", "style")


def french_in(page: str) -> list[str]:
    """The French texts of an English page that nothing says to be French."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return [text for text in _english(root, "") if FRENCH.search(FILE.sub("", text))]


def _english(element: Any, language: str) -> Iterator[str]:
    """The texts that a reader takes to be English."""
    language = element.get("lang") or element.get(LANGUAGE) or language
    if language == "en" and element.tag not in SILENT:
        yield from filter(None, (element.text, element.get("alt"), element.get("title"), element.get("aria-label")))
    for below in element:
        yield from _english(below, language)
        if language == "en" and below.tail:
            yield below.tail
