"""Filters that word values in the reader's language, and say so when a text or a value is missing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import wording

register = template.Library()
Number = int | Decimal
Spoken = Literal["fr", "en"]


def language() -> Spoken:
    """The language of the reader, as the wording of numbers and dates wants it."""
    return cast(Spoken, (get_language() or "fr")[:2])


@register.simple_tag
def unknown() -> SafeString:
    """What stands for a value nobody has given."""
    return _unknown(language())


@cache
def _unknown(spoken: Literal["fr", "en"]) -> SafeString:
    return format_html('<em class="unknown">{}</em>', wording.unknown(spoken))


@register.filter
def known(value: Any) -> Any:
    """The value, or the words for what nobody has given."""
    return unknown() if value in (None, "") else value


@register.filter
def short_scheme(label: str) -> str:
    """The name of a register without what stands in brackets."""
    return str(label).partition(" (")[0]


@register.filter
def plain(record: Any, field: str) -> str:
    """A text in the reader's language, French when there is no other; for titles and attributes."""
    return str(record.tr(field))


@register.filter
def words(record: Any, field: str) -> SafeString | str:
    """A text in the reader's language; a French text on an English page says so, to people and to readers aloud."""
    text = record.tr(field)
    if not text:
        return ""
    if not record.lacks_translation(field):
        return str(text)
    mark = format_html('<span class="language-mark">{}</span>', _("en français"))
    return format_html('<span lang="fr">{}</span> {}', text, mark)


@register.filter
def link_words(record: Any, field: str) -> SafeString | str:
    """The same inside a link or a heading of a list, without the mark."""
    text = record.tr(field)
    return format_html('<span lang="fr">{}</span>', text) if record.lacks_translation(field) else str(text)


def spoken(row: Mapping[str, Any], name: str, *, english: bool) -> tuple[str, str]:
    """A text of a row of plain values as this reader gets it, and its language when that is not the reader's."""
    if english and row[f"{name}_en"]:
        return row[f"{name}_en"], ""
    return row[name], "fr" if english and row[name] else ""


@register.filter
def excerpt(text: str, length: int) -> str:
    """The beginning of a text, cut between two words; no-break spaces stay whole."""
    if len(text) <= length:
        return text
    beginning, _space, _rest = text[:length].rpartition(" ")
    return beginning.rstrip(",;:.\u00a0\u202f") + "…"


@register.filter
def rich(record: Any, field: str) -> SafeString:
    """A text with light formatting, made safe when it was stored."""
    html = mark_safe(record.tr(field))  # noqa: S308 - RichTextField cleans on every write
    if not record.lacks_translation(field):
        return html
    mark = format_html('<p class="language-mark">{}</p>', _("en français"))
    return format_html('{}<div lang="fr">{}</div>', mark, html)


@register.filter
def number(value: Number | None) -> str:
    """A number with its thousands apart."""
    return unknown() if value is None else wording.number(value, language())


@register.filter
def euros(value: Number | None) -> str:
    """An amount to the euro."""
    return unknown() if value is None else wording.euros(value, language())


@register.filter
def short_euros(value: Number | None) -> str:
    """An amount in k€ or M€."""
    return unknown() if value is None else wording.short_euros(value, language())


@register.filter
def file_size(size: int) -> str:
    """The size of a file to download, small ones in thousands of bytes."""
    if size >= 1_000_000:
        return megabytes(size)
    unit = "ko" if language() == "fr" else "kB"
    return f"{wording.number(-(-size // 1000), language())}{wording.NO_BREAK}{unit}"


@register.filter
def megabytes(size: int) -> str:
    """The size of a file to download, in millions of bytes."""
    unit = "Mo" if language() == "fr" else "MB"
    scaled = max(Decimal(size) / 1_000_000, Decimal("0.1"))
    return f"{wording.number(scaled, language(), 1)}{wording.NO_BREAK}{unit}"


@register.filter
def day(value: date | None) -> str:
    """A date in words."""
    return unknown() if value is None else wording.day(value, language())


@register.filter
def short_day(value: date | None) -> str:
    """A date for tables."""
    return unknown() if value is None else wording.short_day(value, language())


@register.simple_tag
def period(start: date | None, end: date | None) -> str:
    """From when to when, in short dates."""
    return unknown() if start is None and end is None else wording.period(start, end, language())


@register.simple_tag
def measure(value: Number | None, precision: str = "exact", upper: Number | None = None) -> str:
    """A figure and how exactly it is known: plus de 20."""
    if value is None:
        return unknown()
    spoken = language()
    top = "" if upper is None else wording.number(upper, spoken)
    return wording.precise(wording.number(value, spoken), precision, top, spoken)
