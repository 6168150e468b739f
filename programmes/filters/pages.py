"""Pages of a list: numbered up to the fiftieth, then « after » a record, so that none costs more than another.

To skip many rows is to read them; to begin after a record is to look it up in the index of the order. Each order is
therefore made of expressions that are never empty, all of them ascending, the last one unique.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, F, Func, Value
from django.utils.functional import Promise

Text = str | Promise
PER_PAGE, NUMBERED = 20, 50
BOUND = PER_PAGE * NUMBERED  # answers of a search that are ranked and counted; further on, one types another word


class Key(Func):
    """Several expressions compared as one."""

    template = "(%(expressions)s)"


class Beyond(Func):
    """Whether a row comes after another one, in the form that an index answers."""

    arg_joiner = " > "
    template = "%(expressions)s"
    output_field = BooleanField()
    conditional = True


class Short(Beyond):
    """Whether a row comes before another one."""

    arg_joiner = " < "


@dataclass(frozen=True, kw_only=True)
class Order:
    """An order of a list: its words and its expressions."""

    label: Text
    keys: tuple[Any, ...]

    def expressions(self) -> list[Any]:
        """The expressions, columns as such."""
        return [F(key) if isinstance(key, str) else key for key in self.keys]

    def of(self, rows: Any, *, backwards: bool = False) -> Any:
        """Rows in this order."""
        keys = self.expressions()
        return rows.order_by(*(key.desc() if backwards else key.asc() for key in keys))

    def place(self, rows: Any, slug: str) -> tuple[Any, ...] | None:
        """Where a record stands in this order; None when the list does not have it."""
        found: tuple[Any, ...] | None = rows.order_by().filter(slug=slug).values_list(*self.expressions()).first()
        return found

    def after(self, rows: Any, place: Sequence[Any]) -> Any:
        """Rows that come after a place, in order."""
        return self.of(rows.filter(Beyond(Key(*self.expressions()), Key(*map(Value, place)))))

    def before(self, rows: Any, place: Sequence[Any]) -> Any:
        """Rows that come before a place, the nearest first."""
        return self.of(rows.filter(Short(Key(*self.expressions()), Key(*map(Value, place)))), backwards=True)


@dataclass(frozen=True, kw_only=True)
class Page:
    """The rows of a page and where one goes from it. `number`: none beyond the numbered pages.

    `first_row`: the place of its first row in the list; `base`: the address of a numbered page, without its number.
    """

    rows: list[Any] = field(default_factory=list)
    number: int | None = None
    first_row: int = 1
    last: int = 1
    base: str = ""
    previous: str = ""
    next: str = ""

    @property
    def last_row(self) -> int:
        """The place of its last row."""
        return self.first_row + len(self.rows) - 1

    @property
    def places(self) -> list[int]:
        """The numbers to offer, 0 for those left out."""
        if self.number is None or self.last <= 1:
            return []
        near = {1, self.last, self.number - 1, self.number, self.number + 1}
        shown = sorted(number for number in near if 1 <= number <= self.last)
        places: list[int] = []
        for number in shown:
            if places and number - places[-1] > 1:
                places.append(0)
            places.append(number)
        return places
