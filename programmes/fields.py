"""Columns shared by all the apps: amounts in euros, identifiers, texts with light formatting that are safe to show."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import nh3
from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.html import linebreaks, strip_tags
from django.utils.translation import gettext_lazy as _

from .identifiers import IdentifierValidator, Scheme, normalise

# A page of the report holds about 4 000 characters; one endless word of a megabyte would stop the PDF for seconds.
RICH_TEXT_LIMIT = 50_000
# Quotation, list, item, sub-list, item, link, strong, em: nobody needs more, and the PDF recurses on each level.
NESTING_LIMIT = 8

_BLOCKS = frozenset({"p", "h2", "h3", "blockquote", "ul", "ol", "li"})
# Which blocks stand in what ("" is the text itself): anything else, as a paragraph in an item, PDF/UA-1 refuses.
_MAY_HOLD = {
    "": _BLOCKS - {"li"},
    "blockquote": _BLOCKS - {"li"},
    "li": frozenset({"ul", "ol"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
}
# The one list of tags: the cleaning below keeps them, the editor of the administration offers them.
KEPT_TAGS = _BLOCKS | {"br", "strong", "em", "a", "sub", "sup"}
# What word processors paste, and what it becomes here.
_RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
# Paragraphs without any formatting: shown to staff as plain lines.
_PLAIN = re.compile(r"\s*(?:<p>(?:[^<]|<br>)*</p>\s*)+")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SANITISER = nh3.Cleaner(
    tags=set(KEPT_TAGS | _RENAMED.keys()),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel=None,
)


class _Tidy(HTMLParser):
    """Writes again what the sanitiser let through, in a shape that pages and tagged PDF accept.

    Reads the sanitiser's output only: well-formed, so each end tag closes the last one open. Tags are dropped, never
    their words.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.has_words = False
        self._open: list[str | None] = []  # None stands for a dropped tag, whose end is dropped too
        self._kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.pieces.append("<br>")
            return
        name = _RENAMED.get(tag, tag)
        if self._is_dropped(name, attrs):
            self._open.append(None)
            self._separate(name)
            return
        self._open.append(name)
        self._kept.append(name)
        self.pieces.append(self.get_starttag_text() or "" if name == "a" else f"<{name}>")

    def handle_endtag(self, tag: str) -> None:
        if name := self._open.pop():
            self._kept.pop()
            self.pieces.append(f"</{name}>")

    def handle_data(self, data: str) -> None:
        self.has_words = self.has_words or bool(data.strip())
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.has_words = self.has_words or name != "nbsp"
        self.pieces.append(f"&{name};")

    def _is_dropped(self, name: str, attrs: list[tuple[str, str | None]]) -> bool:
        parent = self._kept[-1] if self._kept else ""
        return (
            len(self._kept) >= NESTING_LIMIT
            or (name == "a" and (not attrs or "a" in self._kept))
            or (name in _BLOCKS and name not in _MAY_HOLD.get(parent, ()))
        )

    def _separate(self, name: str) -> None:
        """Keep the words of two dropped blocks apart."""
        previous = next((piece for piece in reversed(self.pieces) if piece.strip()), "<li>")
        if name in _BLOCKS and previous not in {"<br>", *(f"<{block}>" for block in _BLOCKS), "</ul>", "</ol>"}:
            self.pieces.append("<br>")


def clean_html(text: str) -> str:
    """Give the safe form of a text with light formatting: what is stored, and what may be shown as it is.

    Paragraphs, line breaks, strong, em, links (http, https, mailto), lists, two levels of heading, quotations,
    indices and exponents stay; any other tag goes and leaves its words, scripts and styles go with their content.
    A text typed without tags keeps its lines. A text without a word comes back empty, so that it reads
    “non renseigné”. Cleaning twice changes nothing.
    """
    if "<" not in text and "\n" in text.strip():
        text = linebreaks(text.strip())
    tidy = _Tidy()
    tidy.feed(_SANITISER.clean(text))
    tidy.close()
    return "".join(tidy.pieces).strip() if tidy.has_words else ""


def words_of(text: str) -> str:
    """The words of a text with light formatting, on one line, for a list or a description."""
    return unescape(strip_tags(text.replace("</p>", "</p> ").replace("<br>", " "))).strip()


validate_rich_text = MaxLengthValidator(
    RICH_TEXT_LIMIT,
    message=_(
        "Ce texte est trop long\u00a0: %(show_value)d caractères, mise en forme comprise, pour %(limit_value)d au plus."
    ),
)


class MoneyField(models.DecimalField):
    """An amount in euros, to the cent; may be negative (a payment paid back)."""

    description = _("montant en euros")

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:
        super().__init__(verbose_name, **{"max_digits": 14, "decimal_places": 2, **options})


class RichTextInput(forms.CharField):
    """What staff type: a text of plain paragraphs reads as plain lines; one with more formatting shows its tags."""

    def prepare_value(self, value: Any) -> Any:
        """The stored text as somebody would type it."""
        if not isinstance(value, str) or not _PLAIN.fullmatch(value):
            return value
        typed = unescape("\n\n".join(_PARAGRAPH.findall(value)).replace("<br>", "\n"))
        return value if "<" in typed else typed

    def to_python(self, value: Any) -> str:
        """Lines become paragraphs, as they were shown."""
        text = super().to_python(value) or ""
        return text if "<" in text or not text.strip() else linebreaks(text.strip())

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the words or their formatting are others than those stored."""
        return clean_html(self.to_python(data)) != clean_html(self.to_python(initial))


class RichTextField(models.TextField):
    """A text with light formatting, cleaned on every write: forms, imports, bulk writes and updates alike."""

    description = _("texte mis en forme")
    default_validators = [validate_rich_text]

    def formfield(self, **options: Any) -> Any:
        """A form shows plain paragraphs without their tags."""
        return super().formfield(**{"form_class": RichTextInput, **options})

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Clean what is about to be stored.

        Raises ValidationError when the text is longer than RICH_TEXT_LIMIT: paths without a form meet it here.
        """
        prepared = super().get_db_prep_save(value, connection)
        if not isinstance(prepared, str):
            return prepared
        validate_rich_text(prepared)
        return clean_html(prepared)


class IdentifierField(models.CharField):
    """An identifier of one scheme, checked, and kept in its one spelling however it was typed or looked for."""

    description = _("identifiant")

    def __init__(self, verbose_name: Any = None, *, scheme: Scheme, **options: Any) -> None:
        self.scheme = Scheme(scheme)  # migrations write the bare code
        self.default_validators = [IdentifierValidator(self.scheme)]
        super().__init__(verbose_name, **{"max_length": 255, **options})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "scheme": self.scheme}

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return normalise(self.scheme, text) if isinstance(text, str) else text
