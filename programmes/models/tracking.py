"""The guards that every table gets with one decorator: trail, version, status, former addresses."""

from typing import TypeVar

import pghistory
import pgtrigger
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from ..constraints import across_rows, refusal
from ..enums import Status
from .base import Mergeable, Slugged
from .stamps import stamped

M = TypeVar("M", bound=models.Model)


def tracked(model: type[M]) -> type[M]:
    """Put a table in the trail, whatever writes to it, and count its version up at each real change.

    A table with a status gets the guard that lets only the workflow change it; a table with an
    address keeps the addresses that its published rows leave; one whose rows may be merged, the guard
    that lets only a merge do it. Tables that public pages show stamp those pages.
    """
    pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=[field.name for field in model._meta.fields if not is_kept(field)],
        obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history"),
        model_name=f"{model.__name__}History",
        meta={"default_permissions": ()},
    )(model)
    triggers = [count_version([f.name for f in model._meta.concrete_fields if is_kept(f) and f.name != "version"])]
    if statuses := statuses_of(model):
        triggers.append(status_guard(statuses))
    if issubclass(model, Slugged):
        triggers.append(former_address(model._meta.app_label, str(model._meta.model_name)))
    if issubclass(model, Mergeable):
        triggers.append(merge_guard(model._meta.db_table))
    pgtrigger.register(*triggers)(model)
    stamped(model)
    return model


def is_kept(field: models.Field) -> bool:
    """Whether the trail keeps a column: not what the database generates, nor secrets and log-in times."""
    return not isinstance(field, models.GeneratedField) and field.name not in ("password", "last_login")


def statuses_of(model: type[models.Model]) -> type[Status] | None:
    """The workflow of a table, known by the choices of its status; None without one."""
    try:
        choices = model._meta.get_field("status").choices  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return None
    return next(statuses for statuses in Status.__subclasses__() if statuses.choices == choices)


def count_version(fields: list[str]) -> pgtrigger.Trigger:
    """One more at each change, for forms, imports and steps alike, so that no code has to."""
    return pgtrigger.Trigger(
        name="count_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*fields),
        func="NEW.version = OLD.version + 1; RETURN NEW;",
    )


def status_guard(statuses: type[Status]) -> pgtrigger.Trigger:
    """Refuses a status that did not come from a step of the workflow, whatever wrote it."""
    pairs = ", ".join(f"'{old}>{new}'" for old, targets in statuses.moves().items() for new in targets)
    born = refusal("status_initial", "Un enregistrement naît au premier statut de son circuit de validation.")
    step = refusal("status_by_workflow", "Un statut ne change que par une étape du circuit de validation.")
    move = refusal("status_move", "Ce passage d’un statut à l’autre n’existe pas.")
    return pgtrigger.Trigger(
        name="status_guard",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.status <> '{statuses.initial()}' THEN {born} END IF;
            ELSIF NEW.status <> OLD.status THEN
                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN {step} END IF;
                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY[{pairs}]) THEN {move} END IF;
            END IF;
            RETURN NEW;
        """,
    )


def former_address(app_label: str, model_name: str) -> pgtrigger.Trigger:
    """Keeps the address that a published record leaves, so that links to it go on working."""
    return pgtrigger.Trigger(
        name="former_address",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition("OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published'"),
        func=f"""
            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)
            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type
            WHERE app_label = '{app_label}' AND model = '{model_name}'
            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;
            RETURN NEW;
        """,  # noqa: S608 - names of our own tables, nothing from outside
    )


def merge_guard(table: str) -> pgtrigger.Trigger:
    """Refuses an absorption that did not come from a merge, or that would not lead to a kept record in one step."""
    born = refusal("merge_initial", "Une fiche ne naît pas fusionnée.")
    alone = refusal("merge_only", "Deux fiches ne se réunissent, ni ne se séparent, que par une fusion.")
    itself = refusal("merge_itself", "Une fiche ne se fond pas dans elle-même.")
    chain = refusal("merge_chain", "Une fiche ne se fond que dans une fiche gardée.")
    return pgtrigger.Trigger(
        name="merge_guard",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.merged_into_id IS NOT NULL THEN {born} END IF;
            ELSIF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id THEN
                IF current_setting('programmes.merge', true) IS DISTINCT FROM 'on' THEN {alone} END IF;
                IF NEW.merged_into_id = NEW.id THEN {itself} END IF;
                IF EXISTS (SELECT FROM {table} WHERE merged_into_id = NEW.id AND NEW.merged_into_id IS NOT NULL)
                    OR EXISTS (SELECT FROM {table} WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)
                THEN {chain} END IF;
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - names of our own tables, nothing from outside
    )


def every_visa(table: str, row: str, *, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """Nothing stays approved or adopted without the visa of every party (SQL function of ours)."""
    return across_rows(
        "every_visa",
        declare=[("missing", "text")],
        operation=operation,
        func=f"""
            missing := visas_missing({table}, {row});
            IF missing IS NOT NULL THEN
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',
                    MESSAGE = 'Il manque le visa de\u00a0: ' || missing || '.';
            END IF;
            RETURN NULL;
        """,
    )


def sheet_visas() -> pgtrigger.Trigger:
    """The guard on the side of what is approved: a sheet, a report."""
    return every_visa("TG_TABLE_NAME::text", "NEW.id", operation=pgtrigger.Insert | pgtrigger.Update)
