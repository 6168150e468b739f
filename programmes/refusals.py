"""What the database refuses, said in French: forms show the sentence and keep what was typed."""

from functools import cache

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models

UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION = "23505", "23503", "23514", "23P01"
PLAIN = {
    UNIQUE: "Une autre fiche porte déjà cette valeur.",
    FOREIGN_KEY: "Une fiche liée n’existe plus, ou d’autres fiches reposent encore sur celle-ci.",
    CHECK: "Une valeur n’est pas possible ici.",
    EXCLUSION: "Deux périodes se chevauchent.",
}


def check_now() -> None:
    """Check at once the rules that wait for the end of the transaction. Raises IntegrityError when one is broken."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def sentence(error: IntegrityError | ValidationError) -> str:
    """Why saving was refused: the rule's own French message, or what kind of rule was broken."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is None:
        return PLAIN[CHECK]
    known = declared().get(diagnosis.constraint_name or "")
    if known:
        return known
    if diagnosis.sqlstate == CHECK and not diagnosis.table_name:
        return str(diagnosis.message_primary)  # raised by a trigger of ours
    return PLAIN.get(diagnosis.sqlstate or "", PLAIN[CHECK])


@cache
def declared() -> dict[str, str]:
    """The French message of each named constraint that has one."""
    return {
        constraint.name: str(constraint.violation_error_message)
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if constraint.violation_error_message != models.BaseConstraint.default_violation_error_message
    }
