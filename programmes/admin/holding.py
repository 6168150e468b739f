"""Whether the texts of a row hold a word: as a part of a word, or as a stem, through the indexes of the tables."""

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, CharField, F, Func, Model, Q, TextField, Value
from django.db.models.functions import Concat

from ..models.base import Plain


def holding_word(model: type[Model], texts: Sequence[str], word: str) -> Q:
    """A word in one of the columns, as a part of a word or as a stem."""
    found = [containing(_one_text(texts), word)] if texts else []
    if _has_stems(model):
        found.append(Q(search=SearchQuery(word, config="fr")))
    return reduce(or_, found, Q(pk__in=[]))


def containing(text: Any, word: str) -> Q:
    """A word as a part of a text, in the form that the indexes of groups of letters answer."""
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    return Q(Contains(Plain(text), Plain(Value(f"%{escaped}%", output_field=CharField()))))


def _one_text(columns: Sequence[str]) -> Any:
    """Several columns as one text, exactly as `models.base.alike` indexes them."""
    parts = [part for name in columns for part in (Value(" "), F(name))][1:]
    return Concat(*parts, output_field=TextField()) if len(parts) > 1 else parts[0]


def _has_stems(model: type[Model]) -> bool:
    try:
        model._meta.get_field("search")
    except FieldDoesNotExist:
        return False
    return True


class Contains(Func):
    """Whether a text holds another: written so that PostgreSQL takes the index of trigrams."""

    arg_joiner = " LIKE "
    template = "%(expressions)s"
    output_field = BooleanField()
    conditional = True
