"""Erasing what the records and their history know of a person; editions that were printed stand (GDPR, article 17).

The row stays, so that what it held together still counts; the trail says who erased it, when and why, without the
data. Texts that name somebody, and files that were sent in, are for a person to look at.
"""

from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from pghistory.models import Context

from . import channels
from .enums import MergedKind
from .models import (
    ContactMessage,
    ErrorReport,
    Identifier,
    LaboratoryContact,
    Mail,
    Merge,
    MergedRow,
    Person,
    Remark,
    ResponseLink,
    User,
)
from .workflow import people

ERASED = "Personne effacée"
NOWHERE = "efface@invalid"


def erase(person: Person, *, by: User, reason: str) -> None:
    """Erase names, identifiers and addresses of a person, and of the records merged into it. Administrators only.

    Raises PermissionDenied; a record that was merged into another is erased with the one kept.
    """
    if people.administrator(by, person) is None:
        raise PermissionDenied("Seul un administrateur efface les données d’une personne.")
    kept: Any = person.merged_into or person
    with transaction.atomic(), channels.by_erasure(by.pk, reason):
        rows = [kept.pk, *kept.absorbed.values_list("pk", flat=True)]
        _reasons(rows)
        _addresses(rows, by)
        _about(Person, rows)
        Identifier.objects.filter(person__in=rows).delete()
        _history(Identifier).filter(person__in=rows).update(value="", note="")
        blank = {"family_name": ERASED, "given_name": "", "source": ""}
        named = Concat(Value("personne-effacee-"), "pk")
        Person.objects.filter(pk__in=rows).update(reference=named, **blank)
        _history(Person).filter(pgh_obj__in=rows).update(reference="personne-effacee", **blank)
        _merges(rows)


def forget_letters(now: datetime) -> int:
    """Erase what visitors wrote and was answered a year ago, from the history as well; how many letters."""
    gone = 0
    for kind in (ErrorReport, ContactMessage):
        rows = list(kind.objects.outdated(now).values_list("pk", flat=True))
        kind._default_manager.filter(pk__in=rows).delete()
        _history(kind).filter(id__in=rows).delete()
        gone += len(rows)
    return gone


def is_erased(person: Person) -> bool:
    """Whether it was done already."""
    return person.family_name == ERASED


def _reasons(rows: list[int]) -> None:
    """The reasons of actions on these records that name somebody, as those of merges do."""
    trail = _history(Person).filter(pgh_obj__in=rows)
    actions = Context.objects.filter(pk__in=trail.values("pgh_context"))
    for name in set(trail.values_list("family_name", flat=True)):
        for action in actions.filter(metadata__reason__icontains=name):
            Context.objects.filter(pk=action.pk).update(metadata=action.metadata | {"reason": "motif effacé"})


def _addresses(rows: list[int], by: User) -> None:
    """Contacts, personal links and mails: no address is left, no link opens."""
    contacts = LaboratoryContact.objects.filter(person__in=rows)
    links = ResponseLink.objects.filter(person__in=rows)
    emails = {*contacts.values_list("email", flat=True), *links.values_list("email", flat=True)} - {"", NOWHERE}
    theirs = ResponseLink.objects.filter(Q(person__in=rows) | Q(email__in=emails))
    theirs.filter(revoked_at__isnull=True).update(revoked_at=timezone.now(), revoked_by=by)
    theirs.update(email=NOWHERE)
    contacts.update(email="")
    Mail.objects.filter(to__in=emails, user__isnull=True).delete()
    for kind in (ErrorReport, ContactMessage):
        kind._default_manager.filter(email__in=emails).update(email=NOWHERE)
        _history(kind).filter(email__in=emails).update(email=NOWHERE)
    _history(LaboratoryContact).filter(Q(person__in=rows) | Q(email__in=emails)).update(email="")
    _history(ResponseLink).filter(Q(person__in=rows) | Q(email__in=emails)).update(email=NOWHERE)


def _about(model: type[Model], rows: list[int]) -> None:
    """Doubts about the person, and what the administration noted under their name."""
    kind = ContentType.objects.get_for_model(model)
    Remark.objects.filter(content_type=kind, object_id__in=rows).delete()
    _history(Remark).filter(content_type=kind, object_id__in=rows).update(other_value="", other_value_en="", source="")
    entries = LogEntry.objects.filter(content_type=kind, object_id__in=[str(row) for row in rows])
    entries.update(object_repr=ERASED, change_message="")


def _merges(rows: list[int]) -> None:
    """What merges kept of the two records: they can no longer be undone to a name."""
    kind = ContentType.objects.get_for_model(Person)
    merges = Merge.objects.filter(content_type=kind).filter(Q(object_id__in=rows) | Q(absorbed_id__in=rows))
    filled = MergedRow.objects.filter(merge__in=merges, kind=MergedKind.FILLED)
    filled.filter(field__in=("family_name", "given_name", "source")).update(old="", new="")
    for merge in merges:
        fields = merge.absorbed["fields"] | dict.fromkeys(("family_name", "given_name", "reference", "source"), "")
        absorbed = merge.absorbed | {"name": ERASED, "fields": fields}
        Merge.objects.filter(pk=merge.pk).update(absorbed=absorbed)


def _history(model: Any) -> QuerySet[Any]:
    """The rows of the trail of a table."""
    found: QuerySet[Any] = model._meta.get_field("history").related_model._base_manager.all()
    return found
