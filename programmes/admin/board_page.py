"""The board of a campaign as plain data: its grid, its summaries by theme, laboratory, person, its filters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from ..enums import SheetStatus
from ..models import Party
from ..sections.board import AXES, COMMITMENT, LABORATORY, OPEN, PERSON, THEME, SheetKind, SheetLine, names_of
from .board_parts import STANDINGS, VERDICTS, Choice, Filter, Group, Row, Summary, answer, visa

PAGE: Final = 40  # lines of a page of the grid, or of one summary
SHOWN: Final = 10  # lines of a summary beside the others
TITLES: Final = {
    COMMITMENT: ("Par engagement", "Engagement"),
    THEME: ("Par thème", "Thème"),
    LABORATORY: ("Par laboratoire", "Laboratoire"),
    PERSON: ("Par personne", "Personne chargée des fiches"),
}
NOBODY: Final = 0  # the key of sheets that belong to no row of an axis
MISSING: Final = "missing"
FILTERS: Final = ("status", MISSING, *AXES)


class BoardPage:
    """The board as one address asks for it; `lines` are all the sheets of the campaign that its reader sees."""

    def __init__(
        self, kinds: Sequence[SheetKind], lines: Sequence[SheetLine], parties: Sequence[Party], asked: Mapping[str, str]
    ):
        self.kinds, self.lines, self.parties, self.asked = kinds, lines, parties, asked
        known = {kind.slug: kind for kind in kinds}
        self.kind = known.get(asked.get("kind", ""), kinds[0])
        self.axis = asked.get("by", "") if asked.get("by") in AXES else ""

    # -- the grid

    @cached_property
    def tabs(self) -> list[tuple[str, int, str, bool]]:
        """Each kind of sheets: its name, how many, its address, whether it is shown."""
        counts = Counter(line.kind.slug for line in self.chosen)
        return [
            (kind.label, counts[kind.slug], self.address(kind=kind.slug), kind == self.kind and not self.axis)
            for kind in self.kinds
        ]

    @cached_property
    def chosen(self) -> list[SheetLine]:
        """The lines that every filter lets through."""
        wanted = {name: self.asked[name] for name in FILTERS if self.asked.get(name)}
        return [line for line in self.lines if all(_holds(line, *pair) for pair in wanted.items())]

    @cached_property
    def page(self) -> Page:
        """The lines of the kind in hand, a page of them, by number then by title."""
        mine = [line for line in self.chosen if line.kind == self.kind]
        ordered = sorted(mine, key=lambda line: (line.number or 0, line.title.casefold(), line.pk))
        return Paginator(ordered, PAGE).get_page(self.asked.get("page"))

    @cached_property
    def rows(self) -> list[Row]:
        """The page, cell by cell."""
        return [self.row(line) for line in self.page]

    def row(self, line: SheetLine) -> Row:
        """A sheet, column by column, party by party."""
        cells = [answer(line, column) for column in self.kind.columns]
        visas = [visa(line, party.pk) for party in self.parties]
        points = [cell.tone in ("done", "advice", "aside") for cell in cells] + [cell.tone == "done" for cell in visas]
        due = line.status != SheetStatus.NOT_APPLICABLE
        return Row(
            line=line,
            cells=cells,
            visas=visas,
            percent=100 * sum(points) // len(points) if due else 0,
            verdict=VERDICTS.get(line.status, ""),
        )

    # -- the summaries

    @cached_property
    def summaries(self) -> list[Summary]:
        """By theme, laboratory, person; of one axis alone, all its groups by pages."""
        return [self.summary(axis, SHOWN) for axis in (THEME, LABORATORY, PERSON)]

    @cached_property
    def alone(self) -> Summary | None:
        """The axis that is asked for by itself."""
        return self.summary(self.axis, 0) if self.axis else None

    def summary(self, axis: str, most: int) -> Summary:
        """The groups of an axis, those that lack most first; themes and commitments in their order."""
        groups = self.groups(axis)
        title, head = TITLES[axis]
        if most:
            shown, more = groups[:most], self.address(by=axis) if len(groups) > most else ""
        else:
            shown, more = list(self.pages_of(groups)), ""
        return Summary(axis=axis, title=title, head=head, groups=shown, number=len(groups), more=more)

    def pages_of(self, groups: list[Group]) -> Page:
        """A page of the groups of the axis that is asked for."""
        self.group_page = Paginator(groups, PAGE).get_page(self.asked.get("page"))
        return self.group_page

    def groups(self, axis: str) -> list[Group]:
        """Every group of an axis."""
        members: dict[int, list[SheetLine]] = defaultdict(list)
        for line in self.chosen:
            for key in line.groups.get(axis, ()) or ([NOBODY] if axis == PERSON else []):
                members[key].append(line)
        names = self.names[axis]
        found = [self.group(axis, key, names.get(key), rows) for key, rows in members.items()]
        ordered = axis in (THEME, COMMITMENT)
        return sorted(found, key=lambda one: (one.mark.zfill(3) if ordered else "", -one.lacks, one.name.casefold()))

    def group(self, axis: str, key: int, record: Any, rows: Iterable[SheetLine]) -> Group:
        """One group, and the address of its sheets."""
        rows = list(rows)
        mark = str(getattr(record, "number", "") or "")
        busiest = Counter(line.kind.slug for line in rows).most_common(1)[0][0]
        return Group(
            key=key,
            name=str(getattr(record, "label", "") if mark else record) if record else "Personne n’en est chargé",
            mark=mark,
            counts=Counter(line.standing for line in rows),
            lacks=sum(len(line.blocking) for line in rows if line.status in OPEN),
            query=self.address(**{axis: str(key), "kind": busiest}),
        )

    @cached_property
    def names(self) -> Mapping[str, Mapping[int, Any]]:
        """The rows of each axis that a sheet belongs to."""
        keys = {axis: {key for line in self.lines for key in line.groups.get(axis, ())} for axis in AXES}
        return {axis: names_of(axis, found) for axis, found in keys.items()}

    # -- filters and addresses

    @cached_property
    def filters(self) -> list[Filter]:
        """What the lines may be narrowed to."""
        columns = dict.fromkeys(column for kind in self.kinds for column in kind.columns)
        lacks = {"any": "tout ce qui manque", **{column: column.lower() for column in columns}}
        found = [self.filter("status", "Où en est la fiche", STANDINGS), self.filter(MISSING, "Ce qui manque", lacks)]
        for axis in AXES:
            names = {str(key): str(row) for key, row in sorted(self.names[axis].items(), key=lambda pair: str(pair[1]))}
            extra = {str(NOBODY): "personne n’en est chargé"} if axis == PERSON else {}
            found.append(self.filter(axis, TITLES[axis][1], extra | names))
        return [one for one in found if one.choices]

    def filter(self, name: str, label: str, values: Mapping[str, str]) -> Filter:
        """A filter with the value that is chosen."""
        asked = self.asked.get(name, "")
        choices = [Choice(value=value, label=words, is_chosen=value == asked) for value, words in values.items()]
        return Filter(name=name, label=label, choices=choices)

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return any(self.asked.get(name) for name in FILTERS)

    def address(self, **changes: str) -> str:
        """This page with other choices; a page number never outlives them."""
        kept = {name: self.asked[name] for name in ("kind", *FILTERS) if self.asked.get(name)} | changes
        query = QueryDict(mutable=True)
        query.update(kept)
        return f"?{query.urlencode()}"

    @property
    def page_query(self) -> str:
        """The address to which a page number is added."""
        return self.address(**({"by": self.axis} if self.axis else {"kind": self.kind.slug}))


def _holds(line: SheetLine, name: str, value: str) -> bool:
    """Whether a filter lets a line through."""
    if name == "status":
        return line.standing == value
    if name == MISSING:
        return bool(line.lacks if value == "any" else line.lacks_of(value))
    keys = line.groups.get(name, frozenset())
    if value == str(NOBODY):
        return not keys
    return value.isdigit() and int(value) in keys
