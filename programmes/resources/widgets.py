"""Cells as French offices type them. Every refusal is a ValueError in French: the library ties it to its column."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, F, Value, When
from import_export.widgets import Widget

from .. import french, identifiers, wording
from ..cells import Kind, unguarded
from ..fields import clean_html
from ..spreadsheets import plain
from ..spreadsheets.reading import Fault

ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
FIRST_SERIAL, LAST_SERIAL = 10_000, 80_000  # days that Excel counts from the end of 1899: 1927 to 2119
BEFORE_FIRST = date(1899, 12, 30)
YES, NO = frozenset({"oui", "vrai", "x", "1", "yes", "true", "o"}), frozenset({"non", "faux", "0", "no", "false", "n"})
LOST_DIGITS = (
    "ce nombre a perdu des chiffres dans le tableur\u00a0: mettez la colonne au format Texte, puis resaisissez-le"
)


class FrenchWidget(Widget):
    """What all have in common: a faulty cell is refused by its name, an empty one is empty."""

    empty: Any = None
    kind = Kind.TEXT

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        """The value of a cell. Raises ValueError."""
        if isinstance(value, Fault):
            raise ValueError(f"la cellule ne contient pas de valeur ({value})")  # noqa: TRY004 - the library wants it
        if value is None or (isinstance(value, str) and not value.strip()):
            return self.empty
        return self.read(value)

    def read(self, value: Any) -> Any:
        """The value of a cell that is not empty. Raises ValueError."""
        raise NotImplementedError

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """The value as a person would type it."""
        return "" if value is None else str(value)

    def told(self, path: str) -> Any:
        """What the database is asked for, so that a file says this column as `read` understands it."""
        return F(path)


class TextWidget(FrenchWidget):
    """A text. A number is taken as its digits, unless the spreadsheet has rounded them."""

    empty: str | None = ""

    def read(self, value: Any) -> str:
        """The text. Raises ValueError for an identifier that became 1,9E+13."""
        if isinstance(value, float) and (abs(value) >= 1e15 or value.is_integer()):
            raise ValueError(LOST_DIGITS)
        if isinstance(value, str) and ROUNDED.fullmatch(value.strip()):
            raise ValueError(LOST_DIGITS)
        return unguarded((str(value).replace(".", ",") if isinstance(value, float) else str(value)).strip())


class RichTextWidget(TextWidget):
    """A text with light formatting, in the form in which it is stored."""

    def read(self, value: Any) -> str:
        """The cleaned text."""
        return clean_html(super().read(value))


class IdentifierWidget(TextWidget):
    """An identifier of one scheme, checked, in its one spelling."""

    def __init__(self, scheme: identifiers.Scheme, *, empty: str | None = "") -> None:
        super().__init__()
        self.scheme, self.empty = scheme, empty

    def read(self, value: Any) -> str:
        """The identifier. Raises ValueError saying which character is wrong."""
        try:
            return identifiers.parse(self.scheme, super().read(value)).value
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error


class DecimalWidget(FrenchWidget):
    """A number: “45 000,50 €” with any space, or the number of a spreadsheet; its column keeps `decimals`."""

    def __init__(self, *, decimals: int = 2) -> None:
        super().__init__()
        self.decimals = decimals

    kind = Kind.NUMBER

    def read(self, value: Any) -> Decimal:
        """The number. Raises ValueError when it is none, or could be read in two ways."""
        if isinstance(value, bool):
            raise ValueError(f"«\u00a0{self.render(value)}\u00a0» n’est pas un nombre")  # noqa: TRY004 - the library wants it
        if isinstance(value, int | float):
            return _tidy(Decimal(str(value)))
        return french.number(value, decimals=self.decimals)

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """The number with its comma."""
        if isinstance(value, Decimal | int):
            return french.shown(value, decimals=self.decimals)
        return super().render(value)


def _tidy(number: Decimal) -> Decimal:
    """Without the dust of binary fractions: 45 000,1 and not 45 000,099999999."""
    rounded = round(number, 2)
    return rounded if abs(rounded - number) < Decimal("0.000001") else number


class PercentWidget(DecimalWidget):
    """A share between 0 and 100; a cell formatted as a percentage holds a fraction of one."""

    kind = Kind.SHARE

    def read(self, value: Any) -> Decimal:
        """The share."""
        found = super().read(value)
        return found * 100 if (isinstance(value, float) and 0 < found < 1) or value in (1, 1.0) else found


class YearWidget(FrenchWidget):
    """A year, or another whole number."""

    kind = Kind.NUMBER

    def read(self, value: Any) -> int:
        """The number. Raises ValueError."""
        text = str(value).strip()
        if not re.fullmatch(r"\d{1,9}", text):
            raise ValueError(f"«\u00a0{value}\u00a0» n’est pas un nombre entier")
        return int(text)


class DateWidget(FrenchWidget):
    """A date: 05/09/2021, 2021-09-05, “5 septembre 2021”, or the day number of a spreadsheet."""

    kind = Kind.DAY

    def read(self, value: Any) -> date:
        """The day. Raises ValueError."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._of_serial(value)
        return french.day(str(value).strip())

    def _of_serial(self, value: float) -> date:
        if not FIRST_SERIAL <= value <= LAST_SERIAL:
            raise ValueError(f"«\u00a0{value}\u00a0» n’est pas une date\u202f; exemple\u00a0: 05/09/2021")
        return BEFORE_FIRST + timedelta(days=int(value))

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """The day as French readers write it."""
        return f"{value:%d/%m/%Y}" if value else ""


class BooleanWidget(FrenchWidget):
    """Yes or no; an empty cell is no."""

    empty = False

    def read(self, value: Any) -> bool:
        """The answer. Raises ValueError."""
        word = plain(value)
        if word in YES or word in NO:
            return word in YES
        raise ValueError(f"«\u00a0{value}\u00a0»\u00a0: répondez par oui ou par non")

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """Oui, or non."""
        return wording.YES_NO["fr"][bool(value)]

    def told(self, path: str) -> Any:
        """Oui, or non; nothing where nobody answered."""
        answers = (When(**{path: answer}, then=Value(word)) for answer, word in enumerate(wording.YES_NO["fr"]))
        return Case(*answers, default=Value(""), output_field=CharField())


class ChoiceWidget(FrenchWidget):
    """One of a list, by its code or by its label."""

    empty = ""

    def __init__(self, choices: Sequence[tuple[str, Any]]) -> None:
        super().__init__()
        self.labels = {str(code): str(label) for code, label in choices if code not in ("", None)}
        self.codes = {plain(label): code for code, label in self.labels.items()}
        self.codes |= {plain(code): code for code in self.labels}

    def read(self, value: Any) -> str:
        """The code. Raises ValueError with the nearest label, or the list."""
        code = self.codes.get(plain(value))
        if code is None:
            near = get_close_matches(plain(value), self.codes, n=1)
            hint = (
                f"«\u00a0{self.labels[self.codes[near[0]]]}\u00a0»\u202f?" if near else ", ".join(self.labels.values())
            )
            raise ValueError(f"«\u00a0{value}\u00a0» n’est pas dans la liste\u00a0: {hint}")
        return code

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """The label."""
        return self.labels.get(str(value), "")

    def told(self, path: str) -> Any:
        """The label."""
        labels = (When(**{path: code}, then=Value(label)) for code, label in self.labels.items())
        return Case(*labels, default=Value(""), output_field=CharField())
