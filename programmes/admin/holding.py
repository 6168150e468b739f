"""Whether the texts of a row hold a word: as a part of a word, or as a stem, through the indexes of the tables."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q

from ..models.searching import containing, one_text


def holding_word(model: type[Model], texts: Sequence[str], word: str) -> Q:
    """A word in one of the columns, as a part of a word or as a stem."""
    found = [containing(one_text(texts), word)] if texts else []
    if _has_stems(model):
        found.append(Q(search=SearchQuery(word, config="fr")))
    return reduce(or_, found, Q(pk__in=[]))


def _has_stems(model: type[Model]) -> bool:
    try:
        model._meta.get_field("search")
    except FieldDoesNotExist:
        return False
    return True
