"""What became of what a respondent typed."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(kw_only=True)
class Saved:
    """Written, refused with a sentence, or in conflict with what another wrote; by name of box.

    `rows` are the rows that were written, `made` the new names of those that were made.
    """

    written: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    clashes: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    made: dict[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether everything typed is kept."""
        return not self.refused and not self.clashes


def tidy(value: Any) -> Any:
    """A value as it is compared and stored: browsers end lines in their own way."""
    return value.replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else value
