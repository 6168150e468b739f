"""What a page shows of the filters of a list, as plain data."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise
SHOWN = 8


@dataclass(kw_only=True, slots=True)
class Option:
    """One line of a facet: its value in the address, its words, how many records it would show."""

    value: str
    label: str
    count: int
    checked: bool
    number: int | None = None
    colour: int | None = None


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One facet as a page shows it. `whole`: the address of the list with every line of it."""

    name: str
    label: Text
    options: tuple[Option, ...]
    is_whole: bool = False
    whole: str = ""

    @property
    def shown(self) -> tuple[Option, ...]:
        """Eight lines at most, unless all were asked for; and every ticked one."""
        if self.is_whole:
            return self.options
        return tuple(option for place, option in enumerate(self.options) if place < SHOWN or option.checked)

    @property
    def more(self) -> int:
        """How many lines come on their own request."""
        return len(self.options) - len(self.shown)


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter at work: what it is, and the address of the list without it."""

    label: Text
    value: Text
    without: str


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """A part of the address that cannot be followed: why, in a sentence, and the address without it."""

    sentence: str
    without: str
