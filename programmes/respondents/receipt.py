"""What a receipt says, as plain data: each sheet sent by a link, as it stood at that moment, whatever came after."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..models import ResponseLink, StatusChange
from . import telling
from .page import moment
from .words import title_of


def receipt_of(link: ResponseLink, sheets: Iterable[Any]) -> dict[str, Any] | None:
    """The receipt of a link in the reader's language; None when nothing was sent by it."""
    changes = {
        (change.content_type_id, change.object_id): change
        for change in StatusChange.objects.filter(link=link, step="submit_sheet").order_by("made_at", "pk")
    }
    sent = [(sheet, change) for sheet in sheets if (change := changes.get(_place(sheet)))]
    if not sent:
        return None
    states = _states(sent)
    now = timezone.now()
    return {
        "language": get_language() or "fr",
        "title": _("Vos fiches %(year)s") % {"year": link.campaign.year},
        "who": link.who,
        "email": link.email,
        "protocol": link.campaign.protocol.tr("short_title"),
        "made": moment(now),
        "day": timezone.localtime(now).date().isoformat(),
        "sheets": [_told(sheet, change, states.get((type(sheet), sheet.pk), sheet)) for sheet, change in sent],
    }


def _told(sheet: Any, change: StatusChange, state: Any) -> dict[str, Any]:
    """One sheet, with the answers of that moment."""
    return {
        "title": title_of(sheet),
        "sent": _("Envoyée le %(when)s par %(who)s.") % {"when": moment(change.made_at), "who": change.author},
        "nothing_new": state.nothing_new,
        "answers": [
            {
                "label": _(question.label),
                "reader": _(question.reader.value),
                "texts": [{"language": language, "text": text} for language, text in _texts(state, question.name)],
            }
            for question in sheet.questions
            if question.is_text and _texts(state, question.name)
        ]
        + telling.told(sheet, change.details),
    }


def _texts(state: Any, name: str) -> list[tuple[str, str]]:
    both = [("fr", getattr(state, name, "")), ("en", getattr(state, f"{name}_en", ""))]
    return [(language, text) for language, text in both if text]


def _states(sent: list[tuple[Any, StatusChange]]) -> dict[tuple[type[Any], int], Any]:
    """The rows of the trail as they stood when each sheet was sent: one query for each kind of sheet."""
    found: dict[tuple[type[Any], int], Any] = {}
    for kind in {type(sheet) for sheet, _change in sent}:
        wanted = Q(pk__in=[])
        for sheet, change in sent:
            if type(sheet) is kind:
                wanted |= Q(pgh_obj_id=sheet.pk, version=change.version)
        trail: Any = kind._meta.get_field("history").related_model
        found |= {(kind, row.pgh_obj_id): row for row in trail._base_manager.filter(wanted).order_by("pgh_id")}
    return found


def _place(sheet: Any) -> tuple[int, int]:
    return ContentType.objects.get_for_model(sheet).pk, sheet.pk
