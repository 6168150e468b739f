"""The list behind the counts of yearly sheets: each sheet of the campaign, with where it stands."""

from typing import Any

from django.utils.translation import gettext as _

from ..enums import SheetStatus
from .base import Frame
from .blocks import Column, Table
from .board import SheetKind
from .registry import all_sections

SHEETS = "liste-fiches"
SET_ASIDE = SheetStatus.NOT_APPLICABLE


def sheets(frame: Frame) -> Table:
    """Each yearly sheet of the campaign. What it is about is named once that record is public."""
    columns = (
        Column(label=_("Fiches annuelles"), name="kind"),
        Column(label=_("Référence"), name="reference"),
        Column(label=_("Objet"), name="about"),
        Column(label=_("Statut"), name="status"),
        Column(label=_("Due"), name="is_due"),
    )
    kinds = [kind for section in all_sections() for kind in section.sheets()]
    rows = tuple(row for kind in kinds for row in _rows(kind, frame))
    caption = _("Les fiches annuelles, une à une")
    return Table(caption=caption, columns=columns, rows=rows, name=SHEETS, printed=False, records=True)


def _rows(kind: SheetKind, frame: Frame) -> list[tuple[Any, ...]]:
    field = kind.model.subject_field
    found = kind.model._base_manager.filter(campaign=frame.campaign.pk).select_related(field).order_by("pk")
    records = [getattr(sheet, field) for sheet in found]
    model: Any = kind.model._meta.get_field(field).related_model
    public = set(model.objects.visible_to(None).filter(pk__in=[one.pk for one in records]).values_list("pk", flat=True))
    return [
        (str(kind.label), *_about(sheet.subject, sheet.subject.pk in public), _status(sheet), sheet.status != SET_ASIDE)
        for sheet in found
    ]


def _about(record: Any, is_public: bool) -> tuple[str | None, str]:
    if not is_public:
        return None, _("fiche non publique")
    return record.reference, record.tr("label") if hasattr(record, "label") else record.tr("title")


def _status(sheet: Any) -> str:
    """Its name in the data, the same in every language."""
    return str(sheet.status)
