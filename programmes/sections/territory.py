"""The chapter of the départements: the map, then laboratories, actions, theses and euros by place."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from programmes import wording
from programmes.charts import regions

from ..models import Laboratory
from . import drawn, open_records
from .base import Frame, Section
from .blocks import Block, Chapter, Column, Missing, Table, Trace, Value
from .datasets import Dataset
from .indexed import Indexed
from .placing import Placed
from .registry import all_sections

LIST = "lieux"  # the attached list behind the table


class TerritorySection(Section):
    """Where the protocol works."""

    name = "territory"

    def indexed(self, viewer: Any) -> tuple[Indexed, ...]:
        """The laboratories."""
        return (
            Indexed(name="laboratories", rows=Laboratory.objects.visible_to(viewer), route="programmes:laboratory"),
        )

    def datasets(self) -> tuple[Dataset, ...]:
        """The laboratories."""
        return (open_records.laboratories(),)

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter."""
        records = [one for section in all_sections() for one in section.placed(frame)]
        lead = _("Laboratoires, actions, thèses et euros votés, au siège du laboratoire porteur.")
        blocks: tuple[Block, ...] = (Missing(text=_("Aucun laboratoire, aucune action, aucune thèse à situer.")),)
        if records:
            blocks = (*drawn.laboratories(frame, named=True), _table(records, frame), _list(records))
        return (Chapter(slug="territoires", title=_("Les départements"), lead=lead, blocks=blocks),)


def _place_of(laboratory: Laboratory | None) -> str:
    """The département of the seat; what has no seat on the map is said in its own lines."""
    if laboratory is None or not laboratory.is_published:
        return _("Sans laboratoire porteur connu")
    if laboratory.is_elsewhere:
        return _("Siège hors de la région")
    if laboratory.latitude is None or laboratory.longitude is None:
        return _("Siège non renseigné")
    return regions.area_of(float(laboratory.latitude), float(laboratory.longitude))


def _table(records: Sequence[Placed], frame: Frame) -> Table:
    places = list(dict.fromkeys([*regions.areas(), *sorted({_place_of(one.laboratory) for one in records})]))
    lines = tuple(
        (place, *_counted([one for one in records if _place_of(one.laboratory) == place])) for place in places
    )
    day = wording.day(frame.as_of, frame.language)
    note = _(
        "Laboratoires\u00a0: ceux des thèmes. Actions\u00a0: leur laboratoire porteur. Thèses\u00a0: leur laboratoire."
    )
    return Table(
        caption=_("Par département, arrêté au %(day)s") % {"day": day},
        columns=_columns(),
        rows=lines,
        total=(_("Total"), *_counted(records)),
        name="departements",
        note=note,
    )


def _columns() -> tuple[Column, ...]:
    by = (("department", "department"),)
    counted = (
        (_("Laboratoires"), "laboratories", "laboratory", 16),
        (_("Actions communes"), "actions", "action", 17),
        (_("Thèses"), "theses", "thesis", 13),
    )
    amount = Trace(table=LIST, how="sum", column="voted", by=by)
    return (
        Column(label=_("Département"), name="department"),
        *(
            Column(
                label=label,
                kind="number",
                width=width,
                name=name,
                trace=Trace(table=LIST, where=(("kind", kind),), by=by),
            )
            for label, name, kind, width in counted
        ),
        Column(label=_("Voté"), kind="money", width=20, name="voted", trace=amount),
    )


def _counted(records: Sequence[Placed]) -> tuple[Value, ...]:
    """Laboratories, actions, theses, euros; a dash where no amount is voted."""
    counts = [sum(one.kind == kind for one in records) for kind in ("laboratory", "action", "thesis")]
    amounts = [one.voted for one in records if one.voted is not None]
    return (*counts, sum(amounts, Decimal(0)) if amounts else "–")


def _list(records: Sequence[Placed]) -> Table:
    columns = (
        Column(label=_("Nature"), name="kind"),
        Column(label=_("Référence"), name="reference"),
        Column(label=_("Titre"), name="title"),
        Column(label=_("Laboratoire"), name="laboratory"),
        Column(label=_("Département"), name="department"),
        Column(label=_("Voté"), kind="money", name="voted"),
    )
    rows = tuple(
        (
            one.kind,
            one.reference,
            one.title,
            str(one.laboratory) if one.laboratory and one.laboratory.is_published else None,
            _place_of(one.laboratory),
            one.voted,
        )
        for one in records
    )
    caption = _("Laboratoires, actions et thèses par département")
    return Table(caption=caption, columns=columns, rows=rows, name=LIST, printed=False, records=True)
