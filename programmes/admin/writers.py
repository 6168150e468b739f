"""Two people, one record: what somebody else changed while a page was open."""

from typing import Any

from django.db.models import ForeignKey

from ..models import User
from . import telling
from .telling import history_of


def trail_of(row: Any) -> Any:
    """The trail of one row, the latest first."""
    return history_of(type(row))._base_manager.filter(id=row.pk).select_related("pgh_context").order_by("-pgh_id")


def author_of(row: Any) -> str:
    """Who wrote a row last."""
    latest = trail_of(row).first()
    signed = latest.pgh_context.metadata if latest and latest.pgh_context else {}
    return str(User.objects.filter(pk=signed.get("user") or 0).first() or "Quelqu’un d’autre")


def state_seen(row: Any, seen: str) -> Any:
    """A row as it was at a version; None when the trail does not know it."""
    return trail_of(row).filter(version=int(seen)).first() if seen.isascii() and seen.isdecimal() else None


def authors_since(row: Any, seen: str) -> str:
    """Who wrote a row since a version."""
    events = trail_of(row)
    if seen.isascii() and seen.isdecimal():
        events = events.filter(version__gt=int(seen))
    signed = [event.pgh_context.metadata.get("user") for event in events if event.pgh_context]
    people = User.objects.in_bulk([key for key in signed if key])
    names = [str(people[key]) if key in people else "Quelqu’un d’autre" for key in reversed(signed)]
    return " et ".join(dict.fromkeys(names)) or "Quelqu’un d’autre"


def conflict(current: Any, seen: str) -> str:
    """Who changed this row meanwhile, and what: the sentence of a refusal."""
    before = state_seen(current, seen)
    found = telling.differing(type(current), before, current) if before else ()
    changed = ", ".join(f"{field.verbose_name} «\u00a0{words(current, field)}\u00a0»" for field, _old, _new in found)
    what = f"{' : ' if changed else ''}{changed}"
    return f"{authors_since(current, seen)} a modifié cette fiche pendant votre saisie{what}."


def words(row: Any, field: Any) -> str:
    """The value of a field of a row, in words; a link by the name of its record."""
    if isinstance(field, ForeignKey) and getattr(row, field.attname) is not None:
        return str(getattr(row, field.name))
    return telling.in_words(field, getattr(row, field.attname))
