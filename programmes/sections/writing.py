"""What every section needs to freeze a record: its texts, its source, its doubts, its yearly sheet, its figures."""

from collections import defaultdict
from decimal import Decimal
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from programmes import wording

from ..enums import Precision, SheetStatus
from ..models import Remark, YearlySheet
from ..models.base import Row, Sourced
from .base import Frame
from .blocks import Block, Link, Measure, Missing, Paragraph, Rich, Said, Value
from .blocks import Remark as RemarkBlock
from .registry import all_sections

AWAITED: Final = frozenset({SheetStatus.TO_FILL, SheetStatus.SUBMITTED, SheetStatus.RETURNED})


def said(row: Row, field: str) -> Value:
    """A text of a record in a cell, with its language when it is not the reader's; nothing when it is empty."""
    words, language = row.tr(field), row.language_of(field)
    return Said(text=words, language=language) if words and language else words


def linked(row: Row, field: str, *, anchor: str = "", url: str = "", path: str = "") -> Link:
    """The name of a record that leads somewhere, with its language when it is not the reader's."""
    return Link(text=row.tr(field), anchor=anchor, url=url, path=path, language=row.language_of(field))


def in_french(words: str) -> Value:
    """A text that is kept in French alone, in a cell: a source."""
    return Said(text=words, language="fr") if words and get_language() != "fr" else words


def text(row: Row, field: str) -> tuple[Block, ...]:
    """A plain text of a record; nothing when it is empty."""
    words = row.tr(field).strip()
    return (Paragraph(text=words, language=row.language_of(field)),) if words else ()


def rich(row: Row, field: str) -> tuple[Block, ...]:
    """A text with light formatting."""
    words = row.tr(field).strip()
    return (Rich(html=words, language=row.language_of(field)),) if words else ()


def source(row: Sourced) -> tuple[Block, ...]:
    """Where a fact comes from."""
    if not row.source:
        return ()
    return (Paragraph(text=_("Source\u00a0: %(source)s") % {"source": row.source}, style="source", language="fr"),)


def remarks(record: Model, frame: Frame) -> tuple[Block, ...]:
    """The doubts about a record: what another source says."""
    doubts = frame.once("remarks", _doubts)
    kind = ContentType.objects.get_for_model(record).pk
    return tuple(
        RemarkBlock(text=row.tr("other_value"), source=row.source, language=row.language_of("other_value"))
        for row in doubts[kind, record.pk]
    )


def _doubts() -> dict[tuple[int, int], list[Remark]]:
    """Every remark by the record it is about."""
    found: dict[tuple[int, int], list[Remark]] = defaultdict(list)
    for row in Remark.objects.order_by("field", "pk"):
        found[row.content_type_id, row.object_id].append(row)
    return found


def figure(value: Decimal | None, precision: str = Precision.EXACT, upper: Decimal | None = None) -> Value:
    """A figure with how exactly it is known."""
    if value is None or precision == Precision.EXACT:
        return value
    return Measure(value=value, precision=precision, upper=upper)  # type: ignore[arg-type]


def told(value: Value, language: str) -> str:
    """A figure in a sentence, with how exactly it is known."""
    if isinstance(value, Measure):
        upper = "" if value.upper is None else wording.number(value.upper, language)
        return wording.precise(wording.number(value.value, language), value.precision, upper, language)
    return wording.number(value, language) if isinstance(value, int | Decimal) else wording.unknown(language)


def sheet(row: YearlySheet | None, *, with_next_steps: bool = True) -> tuple[Block, ...]:
    """What the parties jointly declare of a record this year: only words that every party has approved."""
    if row is None:
        return (Missing(text=_("Aucune fiche annuelle n’a été ouverte pour cette année.")),)
    match row.status:
        case SheetStatus.NOT_APPLICABLE:
            return (Missing(text=_("Fiche annuelle\u00a0: sans objet.")),)
        case SheetStatus.NOT_HANDED_IN:
            return (Missing(text=_("Fiche annuelle\u00a0: non remise.")),)
        case status if status in AWAITED:
            return (Missing(text=_("Fiche annuelle\u00a0: en attente du visa des parties.")),)
    done = (*(text(row, "headline") if hasattr(row, "headline") else ()), *text(row, "progress"))
    if row.nothing_new:
        done = (Paragraph(text=_("Rien de nouveau depuis l’an dernier.")), *done)
    return (
        *done,
        *(_titled(row, "next_steps", _("Ce qui est prévu\u00a0:")) if with_next_steps else ()),
        *_titled(row, "attention", _("Point d’attention :")),
    )


def _titled(row: YearlySheet, field: str, title: str) -> tuple[Block, ...]:
    """A text of a sheet after what it is about, in bold."""
    words = row.tr(field).strip()
    if not words:
        return ()
    html = format_html("<p><strong>{}</strong> {}</p>", title, words)
    return (Rich(html=html, language=row.language_of(field)),)


def beside(record: Model, frame: Frame) -> tuple[Block, ...]:
    """What every section has to print in the chapter of a record."""
    return frame.once(
        f"beside {record._meta.label} {record.pk}",
        lambda: tuple(block for section in all_sections() for block in section.freeze_beside(record, frame)),
    )


def measured(rule: str, frame: Frame, year: int) -> int | None:
    """The value of a computed indicator, asked of each section in turn; None when no section knows the rule."""
    answers = (section.measure(rule, frame.protocol, year) for section in all_sections())
    first = (answer for answer in answers if answer is not None)
    return frame.once(f"{rule} {year}", lambda: next(first, None))
