"""Which sheets a link holds: asked anew at each visit, so that whoever no longer answers for a record sees no more."""

from typing import Any

from ..models import Person, ResponseLink
from ..models.sheets import YearlySheet
from ..sections.registry import all_sections


def sheets_of(link: ResponseLink) -> tuple[YearlySheet, ...]:
    """The sheets of a link: all of the person's, or the one that was given to a colleague, while its giver has it."""
    if link.person:
        return _of(link.person, link)
    giver = link.given_by.person if link.given_by else None
    mine = _of(giver, link) if giver else ()
    return tuple(sheet for sheet in mine if (type(sheet), sheet.pk) == _given(link))


def key_of(sheet: Any) -> str:
    """What a sheet is called in the forms of the page."""
    return f"{sheet._meta.model_name}-{sheet.pk}"


def _of(person: Person, link: ResponseLink) -> tuple[YearlySheet, ...]:
    return tuple(sheet for section in all_sections() for sheet in section.answered_by(person, link.campaign))


def _given(link: ResponseLink) -> tuple[Any, Any]:
    return (link.content_type.model_class() if link.content_type else None, link.object_id)
