"""What a section shows on the page of another record: plain data and the template that draws it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from ..models.together import Given, Grouped

Text = str | Promise
T = TypeVar("T")
Lists = Mapping[str, QuerySet[Any]]
Rows = Mapping[str, list[Any]]

RECORD: Final = Given("record")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One record of the section, named and linked. `is_done` fills its dot: a thesis defended, an action over.

    `language` is set when the title is not in the reader's language; `details` are the section's own, for its template.
    """

    title: str
    url: str = ""
    language: str = ""
    is_done: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RelatedFigure:
    """A key figure of the section about the other record: « 11 thèses, dont sept soutenues ».

    `source` and `as_of` go with it when readers copy it; without them it is counted by the register, today.
    `language`: of a label that is not in the reader's; `unit_language`: of such a unit.
    """

    value: Text
    label: Text
    unit: str = ""
    url: str = ""
    dots: tuple[bool, ...] = ()
    source: str = ""
    as_of: date | None = None
    language: str = ""
    unit_language: str = ""


@dataclass(frozen=True, kw_only=True)
class Related:
    """The block of one section on the page of another record. `name` tells the sections apart.

    `lines` may be a selection of the `count` records; `url` leads to the whole list. A wide block takes the full
    width under the record, a narrow one stands beside its facts.
    """

    name: str
    template: str
    count: int
    title: Text = ""
    lines: tuple[Line, ...] = ()
    figures: tuple[RelatedFigure, ...] = ()
    url: str = ""
    is_wide: bool = False
    has_demo: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def dots(self) -> tuple[bool, ...]:
        """One dot a record, full when it is done: those first."""
        return tuple(sorted((line.is_done for line in self.lines), reverse=True))


@dataclass(frozen=True, kw_only=True)
class Answer(Generic[T]):
    """What a section says on the pages of a table: the lists that it reads, and what it makes of a record and its rows.

    The lists are worded once, of any `RECORD`; a page reads them with its own, in one query. `counts` are lists as
    well, which may go through many rows: they are read apart, and not again before something on the page changed, so
    that none may depend on the day.
    """

    lists: Lists
    make: Callable[[Any, Rows], T]
    counts: Lists = field(default_factory=dict)


class Joined(Generic[T]):
    """A page's own lists and those of the answers of sections, which are all read in one query.

    `found`: the query that finds the record, where it is not known beforehand.
    """

    def __init__(self, own: Lists, answers: Iterable[Answer[T] | None], found: QuerySet[Any] | None = None) -> None:
        self.answers = [answer for answer in answers if answer]
        ways = {} if found is None else {RECORD.name: found}
        self.lists = Grouped(own, *(answer.lists for answer in self.answers), found=ways)
        self.counts = Grouped(*(answer.counts for answer in self.answers))
        self.counted: dict[int, tuple[str, Sequence[Rows]]] = {}  # by record, and what stood for its page then

    def read(self, record: Model, **given: Any) -> tuple[Rows, list[T]]:
        """The page's own rows about a record, and what each section makes of its own."""
        own, *rows = self.lists.read(record=record.pk, **given)
        return own, self._made(record, rows, self.counts.read(record=record.pk))

    def find(self, state: str, **given: Any) -> tuple[Any, Rows, list[T]]:
        """The same with the record itself, which is the page's list of that name; None if there is no such record.

        `state` stands for all that the page shows; without one, counts are made each time.
        """
        own, *rows = self.lists.read(**given)
        record = next(iter(own[RECORD.name]), None)
        return record, own, self._made(record, rows, self._counts(record.pk, state)) if record else []

    def _counts(self, record: int, state: str) -> Sequence[Rows]:
        """What is counted of a record: kept in this process, where to know it costs nothing even if it is little."""
        if not state or not self.counts.together.asks:
            return self.counts.read(record=record)
        if self.counted.get(record, ("", ()))[0] != state:
            self.counted[record] = (state, self.counts.read(record=record))
        return self.counted[record][1]

    def _made(self, record: Any, rows: Iterable[Rows], counts: Iterable[Rows]) -> list[T]:
        each = zip(self.answers, rows, counts, strict=True)
        return [answer.make(record, {**mine, **counted}) for answer, mine, counted in each]
