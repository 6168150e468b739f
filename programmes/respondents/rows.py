"""Rows of a record as a respondent fills them in: put beside what the register holds now, checked, then written."""

from collections.abc import Mapping
from copy import copy
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .. import refusals
from ..sections.answering import Part, Row
from ..sections.registry import parts_of
from .saved import Saved, tidy

SEEN: Final = "seen-"  # before the name of a cell: what was on screen when the page was made
PASTED: Final = "pasted"
LONGEST: Final = 50_000  # characters pasted at a time


def save(sheet: Any, posted: Mapping[str, str], saved: Saved) -> None:
    """Write the rows and the references of a locked sheet; what became of each cell is added to `saved`.

    As for texts: a cell that only this person changed is written, one that only somebody else changed stays theirs,
    one that both changed is a conflict. A row is written whole or not at all.
    """
    wanted = [row for part in parts_of(sheet) for row in part.rows if _is_touched(row, posted)]
    for row in wanted:
        _save(row, posted, saved)
    for part in parts_of(sheet):
        _paste(part, posted, saved)
    if saved.rows:
        sheet.subject.refresh_from_db()


def _is_touched(row: Row, posted: Mapping[str, str]) -> bool:
    return any(posted.get(name := f"{row.name}-{field}", seen_in(posted, name)) != seen_in(posted, name)
               for field in row.fields)  # fmt: skip


def seen_in(posted: Mapping[str, str], name: str) -> str:
    """What a cell held when its page was made."""
    return posted.get(f"{SEEN}{name}", "")


def _save(row: Row, posted: Mapping[str, str], saved: Saved) -> None:
    """One row, read again under its lock."""
    if row.instance.pk:
        row.instance.refresh_from_db(from_queryset=type(row.instance)._base_manager.select_for_update(of=("self",)))
    held, wanted = row.held(), {}
    for field in row.fields:
        name = f"{row.name}-{field}"
        mine, seen = tidy(posted.get(name, seen_in(posted, name)).replace("\x00", "")), seen_in(posted, name)
        if mine in (seen, held[field]):
            continue
        saved.typed[name] = mine
        if seen != held[field]:
            saved.clashes[name] = held[field]
        else:
            wanted[field] = mine
    if wanted:
        _write(row, held, wanted, saved)


def _write(row: Row, held: Mapping[str, str], wanted: Mapping[str, str], saved: Saved) -> None:
    form = row.form({**held, **wanted}, instance=copy(row.instance))
    faults = _faults(form)
    for field, sentence in faults.items():
        place = field if field in row.fields else next(iter(wanted))
        saved.refused[f"{row.name}-{place}"] = sentence
    if faults:
        return
    is_new = row.instance.pk is None
    saved.rows.add(row.name)
    saved.written |= {f"{row.name}-{field}" for field in wanted}
    if is_new and row.name.endswith("-new"):
        saved.made[row.name] = f"{row.name.removesuffix('new')}{form.instance.pk}"


def _faults(form: Any) -> dict[str, str]:
    """What the form, the rules of the row, then the database have against it; none of them: it is written."""
    if not form.is_valid():
        return {name: str(errors[0]) for name, errors in form.errors.items()}
    try:
        form.instance.validate_constraints()
        with transaction.atomic():
            form.save()
            refusals.check_now()
    except (ValidationError, IntegrityError) as error:
        return {"": _(refusals.sentence(error))}
    return {}


def _paste(part: Part, posted: Mapping[str, str], saved: Saved) -> None:
    """Keep references; with a line that cannot be read, all that was pasted stays on screen."""
    text = tidy(posted.get(PASTED, "").replace("\x00", ""))
    if part.paste is None or not text:
        return
    faults = [_("Trop de texte à la fois : collez-en une partie.")] if len(text) > LONGEST else part.paste(text)
    if faults:
        saved.typed[PASTED] = text
        saved.refused[PASTED] = " ".join(faults)
    else:
        saved.rows.add(PASTED)
        saved.written.add(PASTED)
