"""Guessing what was meant by an identifier that is refused: usual slips only, and only when one reading is left."""

import re

from django.core.exceptions import ValidationError

from .schemes import RULES, Rule, Scheme
from .values import Identifier, guess, normalise, parse

# Letters that are read for digits, on paper and on screens.
_LOOKALIKES = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
_MARKS = re.compile(r"[,;()\[\]<>«»\"]+")
_WORDS = re.compile(r"[\s,;()\[\]<>«»\"]+")
_LOST_ZEROS = 3  # a spreadsheet rarely takes more of them away


def correction(scheme: Scheme, text: str) -> Identifier | None:
    """The identifier that was meant by a refused text: the only one that a usual slip turns into it.

    In the order of trust: an identifier among other words, zeros lost in a spreadsheet, a letter for a digit, two
    neighbours swapped where control characters tell. None when nothing fits, or two readings do.
    """
    rule, value = RULES[scheme], normalise(scheme, text)
    among_words = [*_MARKS.split(text), *_WORDS.split(text)]
    for readings in (among_words, _with_zeros(rule, value), [_with_digits(rule, value)], _swapped(rule, value)):
        found = {identifier for reading in readings if (identifier := _read(scheme, reading))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def other_schemes(scheme: Scheme, text: str) -> tuple[Scheme, ...]:
    """The other schemes that a text refused by this one fits, among those whose control characters prove it."""
    return tuple(other for other in guess(text) if other is not scheme and RULES[other].controls)


def _read(scheme: Scheme, text: str) -> Identifier | None:
    try:
        return parse(scheme, text)
    except ValidationError:
        return None


def _with_zeros(rule: Rule, value: str) -> list[str]:
    """The value with the zeros that stood before it; only control characters can tell."""
    if not rule.shape or not rule.controls:
        return []
    missing = len(rule.shape.alphabets) - len(value)
    return ["0" * missing + value] if value and 0 < missing <= _LOST_ZEROS else []


def _with_digits(rule: Rule, value: str) -> str:
    """The value with digits where digits must stand."""
    alphabets = rule.shape.alphabets if rule.shape else ()
    pairs = zip(value, (*alphabets, *[""] * len(value)), strict=False)
    return "".join(
        character if character in alphabet else _LOOKALIKES.get(character.upper(), character)
        for character, alphabet in pairs
    )


def _swapped(rule: Rule, value: str) -> list[str]:
    """The value with each two neighbours swapped in turn; only control characters can tell."""
    if not rule.controls:
        return []
    return [value[:at] + value[at + 1] + value[at] + value[at + 2 :] for at in range(len(value) - 1)]
