"""The guard of every table that names bodies or people: nothing new lands on a record that was merged.

A form, a file or a step may have chosen a record that somebody merges at that very moment. The guard takes the lock
that a foreign key takes anyway: a merge under way is waited for, and one that begins later waits and sees the new row.
"""

from collections.abc import Iterator

import pgtrigger
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import Model

from ..constraints import across_rows
from ..models.base import Mergeable
from .links import PAST

OWN = "merged_into_id"  # this link leads to the record kept by its own guard


def guard_links() -> None:
    """Register the guard for each table, found by introspection: a new table cannot be forgotten."""
    for model in apps.get_models():
        if guard := guard_of(model):
            pgtrigger.register(guard)(model)


def guard_of(model: type[Model]) -> pgtrigger.Trigger | None:
    """The guard of a table; None for one that names no such record, or that tells of the past."""
    if model in PAST or any(column.name == "pgh_id" for column in model._meta.fields):
        return None
    parts = [*_by_key(model), *_about(model)]
    if not parts:
        return None
    return across_rows("names_kept", "".join([*parts, "RETURN NULL;"]), declare=[("kept", "bigint")])


def _by_key(model: type[Model]) -> Iterator[str]:
    for column in model._meta.concrete_fields:
        target = column.related_model
        if isinstance(target, type) and issubclass(target, Mergeable) and column.attname != OWN:
            yield _check(model, column.attname, target)


def _about(model: type[Model]) -> Iterator[str]:
    """Rows about records of any kind."""
    kinds = sorted((kind for kind in apps.get_models() if issubclass(kind, Mergeable)), key=lambda kind: kind.__name__)
    for link in model._meta.private_fields:
        if isinstance(link, GenericForeignKey):
            named = model._meta.get_field(link.ct_field).attname  # type: ignore[union-attr]  # a foreign key
            for kind in kinds:
                about = (
                    f"NEW.{named} = (SELECT id FROM django_content_type"  # noqa: S608 - names of our own tables
                    f" WHERE app_label = '{kind._meta.app_label}' AND model = '{kind._meta.model_name}') AND "
                )
                yield _check(model, link.fk_field, kind, about)


def _check(model: type[Model], column: str, target: type[Mergeable], about: str = "") -> str:
    """PL/pgSQL that refuses a merged record in a column; a row that has moved on meanwhile is no longer concerned."""
    name = " || ' ' || ".join(target.called[0].split())
    word, pk = str(target._meta.verbose_name), model._meta.pk.column
    return f"""
        IF NEW.{column} IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.{column} IS DISTINCT FROM OLD.{column}) THEN
            SELECT merged_into_id INTO kept FROM {target._meta.db_table}
                WHERE {about}id = NEW.{column} FOR KEY SHARE;
            IF kept IS NOT NULL AND EXISTS (SELECT FROM {model._meta.db_table}
                WHERE {pk} = NEW.{pk} AND {column} = NEW.{column})
            THEN
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'names_kept', MESSAGE =
                    'Une fiche citée ici ({word}) vient d’être fusionnée dans « '
                    || (SELECT {name} FROM {target._meta.db_table} WHERE id = kept) || ' » : choisissez celle-ci.';
            END IF;
        END IF;
    """  # noqa: S608 - names of our own tables, nothing from outside
