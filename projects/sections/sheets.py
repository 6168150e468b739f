"""The chapter of the joint actions: an overview, then a sheet each; and what other chapters say of them."""

from collections.abc import Sequence

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes import wording
from programmes.models import Commitment, Protocol, Theme
from programmes.sections import writing
from programmes.sections.base import Frame, Section
from programmes.sections.blocks import (
    Block,
    Chapter,
    Column,
    KeyFigure,
    Part,
    Pill,
    Table,
)
from programmes.sections.happening import Counted, Happening
from programmes.sections.placing import Placed

from ..models import Project, ProjectSheet
from ..models.balance import Line, lines_of, total
from . import calendar, files, listing, parts, turns
from .reported import anchor_of, money_of, named, projects_of

NAMED = 2  # actions, on the page of all commitments


class ActionSheets(Section):
    """The joint actions in the report."""

    name = "action-sheets"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter: all actions at a glance, then a sheet each."""
        rows = projects_of(frame)
        sheets = {sheet.project_id: sheet for sheet in ProjectSheet.objects.filter(campaign=frame.campaign.pk)}
        money, data = money_of(rows, frame), files.files(rows, frame)
        return (
            Chapter(
                slug="actions",
                title=_("Les actions communes"),
                blocks=(
                    *calendar.drawing(rows, frame),
                    _overview(rows),
                    *files.note(data),
                    *data,
                    *listing.actions(frame),
                ),
                parts=tuple(part_of(row, sheets.get(row.pk), money[row.pk], frame) for row in rows),
            ),
        )

    def freeze_beside(self, record: Model, frame: Frame) -> tuple[Block, ...]:
        """The actions of a theme or of a commitment, with the page of their sheet; of the protocol, their calendar."""
        rows = projects_of(frame)
        match record:
            case Theme():
                mine = [row for row in rows if record.pk in {link.theme_id for link in row.theme_links.all()}]
                return (_table(mine, frame), *_produced(mine, frame))
            case Commitment():
                mine = _serving(record, rows)
                return (_table(mine, frame),) if mine else ()
            case Protocol():
                return calendar.drawing(rows, frame)
        return ()

    def proof(self, record: Model, frame: Frame) -> str:
        """The actions that serve a commitment, the first ones by name."""
        mine = _serving(record, projects_of(frame))
        wholes = [row for row in mine if row.part_of_id not in {one.pk for one in mine}]
        names = ", ".join(row.short_name for row in wholes[:NAMED])
        words = ngettext(
            "%(n)s action commune\u00a0: %(names)s", "%(n)s actions communes\u00a0: %(names)s", len(wholes)
        )
        rest = "…" if len(wholes) > NAMED else ""
        return words % {"n": len(wholes), "names": names + rest} if wholes else ""

    def key_figures(self, frame: Frame) -> tuple[KeyFigure, ...]:
        """How many joint actions, parts not counted."""
        rows = projects_of(frame)
        wholes = sum(row.part_of_id not in {one.pk for one in rows} for row in rows)
        return (
            KeyFigure(
                value=wholes or None, label=ngettext("action commune", "actions communes", wholes), trace=listing.WHOLES
            ),
        )

    def placed(self, frame: Frame) -> tuple[Placed, ...]:
        """The actions, each at its lead laboratory, with what was voted for it."""
        rows = projects_of(frame)
        money = money_of(rows, frame)
        return tuple(
            Placed(
                kind="action",
                reference=row.reference,
                title=named(row),
                laboratory=row.lead_laboratory,
                voted=total(money[row.pk]).voted,
            )
            for row in rows
        )

    def counted(self, frame: Frame) -> tuple[Counted, ...]:
        """How many joint actions, how many of them completed by the day of the report."""
        rows = projects_of(frame)
        wholes = [row for row in rows if row.part_of_id not in {one.pk for one in rows}]
        ended = sum(listing.is_ended(row, frame) for row in wholes)
        return (
            Counted(label=_("Actions communes"), value=len(wholes), trace=listing.WHOLES if rows else None),
            Counted(label=_("Actions communes achevées"), value=ended, trace=listing.ENDED if rows else None),
        )

    def happened(self, frame: Frame) -> tuple[Happening, ...]:
        """Actions that began or ended in the period, milestones and ends that slipped."""
        return turns.of(projects_of(frame), frame)

    def holds_demo(self, frame: Frame) -> bool:
        """Whether an action, or what its sheet prints, was invented."""
        sheets = ProjectSheet.objects.filter(campaign=frame.campaign.pk, is_demo=True)
        return sheets.exists() or any(parts.is_invented(row) for row in projects_of(frame))


def leaflet(row: Project, sheet: ProjectSheet | None, frame: Frame) -> Part:
    """The sheet of one action as a document of its own, its money as of the frame's day."""
    return part_of(row, sheet, lines_of([row], frame.as_of), frame)


def part_of(row: Project, sheet: ProjectSheet | None, money: Sequence[Line], frame: Frame) -> Part:
    """The sheet of one action."""
    return Part(
        anchor=anchor_of(row),
        title=row.tr("title"),
        eyebrow=_eyebrow(row),
        tone=_tone(row),
        pill=Pill(state=row.shown_state.tone, label=str(row.get_state_display())),
        blocks=parts.sheet_of(row, sheet, money, frame),
    )


def _serving(record: Model, rows: Sequence[Project]) -> list[Project]:
    """The actions that serve a commitment."""
    return [row for row in rows if record.pk in {one.commitment_id for one in row.commitment_links.all()}]


def _tone(row: Project) -> str:
    """The colour of the first theme; ink without one."""
    return next((f"theme-{link.theme.colour}" for link in row.theme_links.all()), "")


def _eyebrow(row: Project) -> str:
    """Themes by number, kind, and the action it is a part of."""
    numbers = [str(link.theme.number) for link in row.theme_links.all()]
    words = ngettext("Thème %(numbers)s", "Thèmes %(numbers)s", len(numbers)) % {"numbers": ", ".join(numbers)}
    kind = str(row.get_kind_display()).capitalize()
    whole = row.part_of.short_name if row.part_of and row.part_of.is_published else ""
    return " · ".join(filter(None, (words if numbers else "", kind, whole)))


def _period(row: Project, frame: Frame) -> str | None:
    return wording.period(row.start, row.end, frame.language) if row.start or row.end else None


def _overview(rows: Sequence[Project]) -> Block:
    columns = (
        Column(label=_("Action"), width=40, name="action"),
        Column(label=_("Nature"), width=20, name="kind"),
        Column(label=_("État"), width=12, name="state"),
        Column(label=_("Début"), kind="date", width=14, name="start"),
        Column(label=_("Fin"), kind="date", width=14, name="end"),
    )
    lines = tuple(
        (
            writing.linked(row, "title", anchor=anchor_of(row)),
            str(row.get_kind_display()),
            str(row.get_state_display()),
            row.start,
            row.end,
        )
        for row in rows
    )
    empty = _("aucune pour l’instant")
    return Table(caption=_("Les actions et leurs parties"), columns=columns, rows=lines, name="actions", empty=empty)


def _table(rows: Sequence[Project], frame: Frame) -> Block:
    columns = (
        Column(label=_("Action commune"), width=52),
        Column(label=_("État"), width=16),
        Column(label=_("Période"), width=32),
    )
    lines = tuple(
        (
            writing.linked(row, "title", anchor=anchor_of(row)),
            str(row.get_state_display()),
            _period(row, frame),
        )
        for row in rows
    )
    return Table(caption=_("Actions communes"), columns=columns, rows=lines, empty=_("aucune pour l’instant"))


def _produced(rows: Sequence[Project], frame: Frame) -> tuple[Block, ...]:
    """What the actions of a theme produced, each thing once, the latest first."""
    found = {(one.title, one.year): one for row in rows for one in parts.outputs(row, frame)}
    columns = (
        Column(label=_("Production"), width=70),
        Column(label=_("Nature"), width=18),
        Column(label=_("Année"), kind="year", width=12),
    )
    lines = tuple(
        (
            writing.linked(one, "title", url=parts.address_of(one)),
            str(one.get_kind_display()),
            one.year,
        )
        for one in sorted(found.values(), key=lambda one: (-one.year, one.title))
    )
    return (Table(caption=_("Productions"), columns=columns, rows=lines, empty=_("aucune n’est déclarée")),)
