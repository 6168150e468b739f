"""The lists behind the counts of the foundation: laboratories of the themes, yearly sheets of the campaign."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ..enums import SheetStatus
from ..models import Theme, ThemeLaboratory
from .base import Frame
from .blocks import Column, Link, Table, Trace
from .board import SheetKind
from .registry import all_sections

LABORATORIES, SHEETS = "liste-laboratoires", "liste-fiches"
OF_THEMES = Trace(table=LABORATORIES, how="distinct", column="laboratory")
SET_ASIDE = SheetStatus.NOT_APPLICABLE


def laboratories(links: Sequence[tuple[Theme, ThemeLaboratory]]) -> tuple[Table, ...]:
    """Each laboratory of each theme; nothing without one."""
    columns = (
        Column(label=_("Thème"), kind="year", name="theme"),
        Column(label=_("Laboratoire"), name="laboratory"),
        Column(label=_("Nom"), name="name"),
        Column(label=_("Ville"), name="city"),
        Column(label=_("Rattachement"), name="attachment"),
    )
    rows = tuple(
        (
            theme.number,
            Link(text=str(link.laboratory), path=reverse("programmes:laboratory", args=[link.laboratory.slug])),
            link.laboratory.tr("name"),
            link.laboratory.city,
            _("confirmé") if link.is_confirmed else _("proposé"),
        )
        for theme, link in links
    )
    caption = _("Les laboratoires, thème par thème")
    table = Table(caption=caption, columns=columns, rows=rows, name=LABORATORIES, printed=False, records=True)
    return (table,) if rows else ()


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
