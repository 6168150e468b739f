"""The search of one list: every word, in the rows or in the records that they name, through the indexes."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from django.db.models import CharField, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.text import smart_split, unescape_string_literal

from .searching import LONGEST, Asked, by_number, containing, holding_word, union

TRIGRAM = 3  # letters below which the indexes are of no use


def rows_answering(page: Any, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Among the rows of a list, those that hold every word, here or in a record that they name, or bear the number.

    Each word is looked for through the indexes, table by table. One or two letters beside longer words narrow nothing.
    """
    asked = Asked(text=text[:LONGEST].replace("\x00", ""))
    words = [_phrase(word) for word in smart_split(asked.text)]
    long_words = [word for word in words if len(word) >= TRIGRAM]
    found = Q()
    for word in long_words or words:
        found &= Q(pk__in=union(list(_arms(page, word))))
    numbered = by_number(page, asked) if asked.is_number else []
    return rows.filter(found | Q(pk__in=union(numbered)) if numbered else found)


def _phrase(word: str) -> str:
    """What stands between quotation marks is looked for as it is."""
    return unescape_string_literal(word) if word[0] in "\"'" and word[0] == word[-1] and word[1:] else word


def _arms(page: Any, word: str) -> Iterator[QuerySet[Any]]:
    """Rows that hold one word: in their own columns, then in those of each table that they name, however far."""
    rows = page.model._base_manager.order_by()
    paths: dict[str, list[str]] = {}
    for path in page.search_fields:
        link, _dots, column = path.rpartition("__")
        paths.setdefault(link, []).append(column)
    for link, columns in paths.items():
        model = reduce(_table_behind, filter(None, link.split("__")), page.model)
        for holding in _rows_holding(model, columns, [] if link else page.numbers, word):
            yield (rows.filter(**{f"{link}__in": holding}) if link else rows.filter(pk__in=holding)).values("pk")


def _rows_holding(model: Any, columns: list[str], numbers: Sequence[str], word: str) -> Iterator[QuerySet[Any]]:
    """Texts are asked together, as they are indexed; numbers and codes one by one."""
    rows = model._base_manager.order_by().values("pk")
    kinds = {name: model._meta.get_field(name) for name in columns}
    texts = [name for name in columns if name not in numbers and isinstance(kinds[name], CharField | TextField)]
    if texts:
        yield rows.filter(holding_word(model, texts, word))
    for name in columns:
        if name not in texts:
            yield rows.filter(containing(Cast(name, TextField()), word))


def _table_behind(model: Any, name: str) -> Any:
    """The table to which a link leads."""
    return model._meta.get_field(name).related_model
