"""What a respondent types: cleaned, put beside what others typed meanwhile, and written field by field.

A respondent writes the texts of a sheet, « rien à signaler », and the rows that its app lets them answer: neither the
money, nor a status.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from ..enums import SheetStatus
from ..questions import QUIET, Question
from . import rows
from .saved import Saved, tidy

OPEN = (SheetStatus.TO_FILL, SheetStatus.RETURNED)


def texts_of(sheet: Any) -> Iterator[tuple[str, Question]]:
    """The columns that a respondent types, each with its question."""
    for question in sheet.questions:
        if question.is_text:
            yield question.name, question
            if hasattr(sheet, f"{question.name}_en"):
                yield f"{question.name}_en", question


def save(sheet: Any, posted: Mapping[str, str]) -> Saved:
    """Write what was typed on a locked sheet. `posted["version"]` is the version that was on screen.

    A column that only this person changed is written; one that only somebody else changed stays theirs; one that
    both changed is a conflict: nothing is written and both texts are kept, to choose from.
    """
    before, saved = _as_seen(sheet, posted.get("version", "")), Saved()
    changes: dict[str, Any] = {}
    for name, mine in _typed(sheet, posted):
        theirs = tidy(getattr(sheet, name))
        if mine == theirs or (before is not None and mine == tidy(getattr(before, name))):
            continue
        saved.typed[name] = mine
        if before is None or tidy(getattr(before, name)) != theirs:
            saved.clashes[name] = theirs
        elif sentence := _too_long(sheet, name, mine):
            saved.refused[name] = sentence
        else:
            changes[name] = mine
    if changes:
        type(sheet)._base_manager.filter(pk=sheet.pk).update(**changes)
        sheet.refresh_from_db(fields=[*changes, "version"])
    saved.written = set(changes)
    rows.save(sheet, posted, saved)
    return saved


def _as_seen(sheet: Any, version: str) -> Any:
    """The sheet as this person had it on screen; None when that version is not known."""
    if version == str(sheet.version):
        return sheet
    return sheet.history.filter(version=int(version)).last() if version.isdecimal() and len(version) < 10 else None


def _typed(sheet: Any, posted: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    if QUIET.name in posted:
        yield QUIET.name, bool(posted[QUIET.name])
    for name, _question in texts_of(sheet):
        if name in posted:
            yield name, tidy(posted[name].replace("\x00", ""))


def _too_long(sheet: Any, name: str, text: Any) -> str:
    most = dict(texts_of(sheet))[name].length if name != QUIET.name else 0
    if not most or len(text) <= most:
        return ""
    return _("%(count)s caractères : %(most)s au plus. Ce texte n’est pas enregistré.") % {
        "count": len(text),
        "most": most,
    }
