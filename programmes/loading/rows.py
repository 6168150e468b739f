"""From an entry of a file to a row: its values checked, its address made, what differs from the base."""

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Field, ForeignKey, Model
from django.utils.text import slugify

from ..fields import RichTextField, clean_html
from ..models.base import Slugged
from .directory import Directory
from .entries import DRAFT, Entry
from .errors import LoadError, Unknown
from .keys import natural_key

SLUG_LENGTH = 90


def candidate(entry: Entry, parent: Model | None, directory: Directory) -> Model:
    """The row that an entry describes, not saved: values normalised, foreign keys found.

    Raises LoadError naming the field that is wrong, Gone when it rests on a row that somebody deleted.
    """
    values: dict[str, Any] = {entry.link: parent} if parent else {}
    for name in entry.values.keys() - {DRAFT}:
        try:
            values |= _value(entry, name, directory)
        except Unknown as failure:
            raise LoadError(f"{entry.place}, champ {name}\u00a0: {failure}.") from failure
    row = entry.model(**values)
    unchecked = {field.name for field in entry.model._meta.fields if field.remote_field or field.name not in values}
    try:
        row.clean_fields(exclude=unchecked)
        row.clean()
    except ValidationError as failure:
        raise refusal(entry, failure) from failure
    return row


def _value(entry: Entry, name: str, directory: Directory) -> dict[str, Any]:
    """What one field of an entry gives to the row: a row of another table for a foreign key."""
    field, written = entry.model._meta.get_field(name), entry.values[name]
    if isinstance(field, GenericForeignKey):
        content_type, record = directory.resolve_record(written)
        return {field.ct_field: content_type, field.fk_field: record.pk}
    if isinstance(field, ForeignKey):
        return {name: directory.resolve(field.related_model, written)}
    return {name: written}


def lead_to_kept(row: Model) -> bool:
    """Whether a new row named records that were merged: it names those kept now."""
    names = [field.name for field in (*row._meta.concrete_fields, *row._meta.private_fields) if field.is_relation]
    kept = {name: into for name in names if (into := getattr(getattr(row, name), "merged_into", None))}
    for name, into in kept.items():
        setattr(row, name, into)
    return bool(kept)


def complete(entry: Entry, row: Model, *, demo: bool) -> None:
    """Give a new row what its file leaves out, and check it. Raises LoadError naming the field.

    Rules within one row are left to the database, which knows them all: hundreds of questions less in a load.
    """
    if hasattr(row, "is_demo"):
        row.is_demo = demo
    if isinstance(row, Slugged) and not row.slug:
        row.slug = address(row)
    # A foreign key was just found in the base: only one that may not name every row is looked up again.
    keys = [field for field in row._meta.fields if isinstance(field, ForeignKey)]
    found = {field.name for field in keys if not field.get_limit_choices_to()}
    key = natural_key(entry.model)
    try:
        row.clean_fields(exclude=found)
        row.validate_unique(exclude=set(key))
        for constraint in row._meta.constraints:
            if not isinstance(constraint, CheckConstraint) and getattr(constraint, "fields", None) != key:
                constraint.validate(entry.model, row)
    except ValidationError as failure:
        raise refusal(entry, failure) from failure


def address(row: Model) -> str:
    """The end of a public address: the short name, else the reference and the words of the title.

    Never a person's name: a thesis is known by its reference and its title.
    """
    short = getattr(row, "acronym", "") or getattr(row, "short_label", "")
    title = getattr(row, "title", "") or getattr(row, "label", "") or getattr(row, "name", "")
    whole = slugify(short) or slugify(f"{getattr(row, 'reference', '')} {title}")
    return whole if len(whole) <= SLUG_LENGTH else whole[:SLUG_LENGTH].rsplit("-", 1)[0]


def differences(entry: Entry, wanted: Model, found: Model) -> list[Field]:
    """The fields of the base that no longer say what the file says; what the file leaves out is not compared."""
    given = [field for field in entry.model._meta.concrete_fields if _is_given(entry, field)]
    return [field for field in given if _stored(field, wanted) != _stored(field, found)]


def fill(wanted: Model, found: Model, fields: list[Field]) -> list[Field]:
    """Give a row of the base what it says nothing of in these fields, and save it; the fields that were filled."""
    empty = [field for field in fields if getattr(found, field.attname) in ("", None)]
    for field in empty:
        setattr(found, field.attname, getattr(wanted, field.attname))
    if empty:
        found.save(update_fields=[field.name for field in empty])
    return empty


def _is_given(entry: Entry, field: Field) -> bool:
    return field.name in entry.values or field.name == entry.link


def _stored(field: Field, row: Model) -> Any:
    value = getattr(row, field.attname)
    return clean_html(value) if isinstance(field, RichTextField) else value


def refusal(entry: Entry, failure: ValidationError) -> LoadError:
    """One sentence for all that is wrong in an entry, field by field."""
    whole = failure.message_dict if hasattr(failure, "error_dict") else {"__all__": failure.messages}
    said = [
        f"{entry.place}{'' if name == '__all__' else f', champ {name}'}\u00a0: {' '.join(messages)}"
        for name, messages in whole.items()
    ]
    return LoadError("\n".join(said))
