"""A reference as people read it in a list of works."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .data import Citation


def supervised(one: Citation) -> str:
    """Under whom a thesis was written; nothing when nobody is known."""
    names = ", ".join(str(name) for name in one.directors)
    return _("sous la direction de %(names)s") % {"names": names} if names else ""


def as_sentence(one: Citation) -> str:
    """Who, what, under whom, where, when, its number, its address."""
    known = [
        ", ".join(str(name) for name in one.authors),
        _("«\u00a0%(title)s\u00a0»") % {"title": one.title},
        one.genre,
        supervised(one),
        one.publisher,
        str(one.issued.year) if one.issued else "",
        one.number,
        one.note,
        one.address,
    ]
    return capfirst(", ".join(filter(None, known)))
