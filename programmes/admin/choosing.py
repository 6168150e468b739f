"""Two people, one row: both values field by field, a choice for each, nothing lost.

Three states are compared: the row as it was on screen, as the other person saved it, as it was typed. What only the
other changed is taken over unless one asks otherwise; what only I changed stays; what both changed is chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import FileField, Model
from django.utils.datastructures import MultiValueDict

from ..fields import RichTextField, clean_html
from . import sending, telling, writers
from .telling import Change

MINE, THEIRS = "mine", "theirs"
DELETE = "DELETE"


@dataclass(frozen=True, kw_only=True)
class Due:
    """A choice to make: what I typed (old), what the other saved (new)."""

    name: str
    choice: str  # under which name the choice is sent
    change: Change
    chosen: str = ""


@dataclass(kw_only=True)
class Clash:
    """A row that two people changed."""

    title: str
    sentence: str
    who: str
    key: str  # the name of the field that carries the version
    version: int | str
    dues: list[Due] = field(default_factory=list)
    mine: str = "Ma saisie"
    theirs: str = ""


def clash_of(form: Any, current: Any, seen: str) -> Clash:
    """What two people changed on one row, and what is to be chosen."""
    key = form.add_prefix("seen_version")
    who = writers.authors_since(current, seen)
    clash = Clash(
        title=title_of(form, current), sentence=writers.conflict(current, seen), who=who, key=key,
        version=current.version, theirs=f"Celle de {who}",
    )  # fmt: skip
    clash.dues = [_deletion(form, who)] if form.cleaned_data.get(DELETE) else list(_dues(form, current, seen))
    return clash


def title_of(form: Any, row: Any) -> str:
    """The row in words; nothing for the record itself."""
    return f"{str(row._meta.verbose_name).capitalize()} «\u00a0{row}\u00a0»" if form.prefix else ""


def _deletion(form: Any, who: str) -> Due:
    change = Change(name=DELETE, label="Ligne entière", old="supprimée", new=f"gardée, comme {who} l’a modifiée")
    return Due(name=DELETE, choice=choice_name(form, DELETE), change=change, chosen=_chosen(form, DELETE))


def _dues(form: Any, current: Any, seen: str) -> Iterator[Due]:
    before = writers.state_seen(current, seen)
    for name, column in _typed(form):
        mine = _mine(form, column)
        theirs = getattr(current, column.attname)
        if not _differs(column, mine, theirs):
            continue
        base = getattr(before, column.attname, None) if before else None
        if before is not None and not _differs(column, base, theirs):
            continue  # I alone changed it
        untouched = before is not None and not _differs(column, base, mine)
        change = telling.change(column, _words(form, column), writers.words(current, column))
        chosen = _chosen(form, name) or (THEIRS if untouched else "")
        yield Due(name=name, choice=choice_name(form, name), change=change, chosen=chosen)


def _typed(form: Any) -> Iterator[tuple[str, Any]]:
    """The columns that the form gave a sound value."""
    kept = {column.name: column for column in telling.kept_fields(type(form.instance))}
    for name, value in form.cleaned_data.items():
        if name in kept and (not isinstance(kept[name], FileField) or isinstance(value, UploadedFile)):
            yield name, kept[name]


def _mine(form: Any, column: Any) -> Any:
    value = form.cleaned_data[column.name]
    return value.pk if isinstance(value, Model) else value


def _differs(column: Any, one: Any, other: Any) -> bool:
    return telling.is_other(_normal(column, one), _normal(column, other))


def _normal(column: Any, value: Any) -> Any:
    """A value without what browsers and editors add by themselves."""
    if not isinstance(value, str):
        return str(value) if isinstance(column, FileField) else value
    text = value.replace("\r\n", "\n").strip()
    return clean_html(text) if isinstance(column, RichTextField) else text


def _words(form: Any, column: Any) -> str:
    value = form.cleaned_data[column.name]
    return str(value) if isinstance(value, Model) else telling.in_words(column, value)


def choice_name(form: Any, name: str) -> str:
    """Under which name the choice about a field is sent."""
    return f"choice-{form.add_prefix(name)}"


def _chosen(form: Any, name: str) -> str:
    given = str(form.data.get(choice_name(form, name), ""))
    return given if given in (MINE, THEIRS) else ""


def decided(form: Any) -> Any:
    """What was posted, with the choices made: the other's values where they were chosen, the version they saw.

    The same as it came while a choice is missing, or when somebody else saved once more meanwhile.
    """
    key = form.add_prefix("seen_version")
    if str(form.data.get(f"decided-{key}", "")) != str(form.instance.version):
        return form.data
    names = form.data.getlist(f"due-{key}")
    if not all(_chosen(form, name) for name in names):
        return form.data
    data = MultiValueDict(dict(form.data.lists()))
    data[key] = str(form.instance.version)
    current = sending.form_like(form, form.instance)
    wanted = [name for name in names if _chosen(form, name) == THEIRS]
    if DELETE in wanted:
        data.pop(form.add_prefix(DELETE), None)
        wanted = [name for name in current.fields if name != "seen_version"]
    for name in wanted:
        if name in current.fields:
            take(data, current[name])
    return data


def take(data: Any, bound: forms.BoundField) -> None:
    """Put the value of an untouched field in the place of what was posted."""
    for name in sending.names_of(bound):
        data.pop(name, None)
    for name, values in sending.sent_by(bound).items():
        data.setlist(name, values)
