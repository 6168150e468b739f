"""Control characters: from the head of an identifier, the characters that may close it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum import luhn
from stdnum.fr import siret
from stdnum.iso7064 import mod_11_2

DIGITS = "0123456789"
# I, O and Q are left out: too close to 1 and 0 on paper.
REGISTER_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
# Crockford's base 32: no i, l, o, u.
ROR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True)
class Control:
    """A rule on the characters that close an identifier, or its beginning.

    `expected` gives every accepted ending of a head (one, except at La Poste); `end` is where the controlled part
    stops, the whole identifier by default; `width` counts the control characters.
    """

    expected: Callable[[str], tuple[str, ...]]
    sentence: Promise
    end: int | None = None
    width: int = 1

    def split(self, value: str) -> tuple[str, str]:
        """Separate the controlled head from its control characters."""
        part = value[: self.end]
        return part[: -self.width], part[-self.width :]


def _register_letter(head: str) -> tuple[str, ...]:
    """RNSR and UAI: the number modulo 23, as a letter."""
    return (REGISTER_LETTERS[int(head) % len(REGISTER_LETTERS)],)


def _siren_digit(head: str) -> tuple[str, ...]:
    return (luhn.calc_check_digit(head),)


def _siret_digit(head: str) -> tuple[str, ...]:
    """Luhn, and at La Poste a sum of digits that five divides: there several digits may close the same head."""
    return tuple(digit for digit in DIGITS if siret.is_valid(head + digit))


def _ppn_character(head: str) -> tuple[str, ...]:
    """PPN of the Sudoc and of IdRef: weights 9 to 2, modulo 11, ten written X."""
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), head, strict=True))
    return ((DIGITS + "X")[-total % 11],)


def _mod_11_2(head: str) -> tuple[str, ...]:
    """ORCID and ISNI: ISO 7064."""
    return (mod_11_2.calc_check_digit(head),)


def _ror_digits(head: str) -> tuple[str, ...]:
    """ROR: the head read in base 32, then ISO 7064 modulo 97."""
    number = 0
    for character in head:
        number = number * 32 + ROR_ALPHABET.index(character)
    return (f"{98 - number * 100 % 97:02d}",)


_LAST_LETTER = _("%(subject)s %(value)s ne se contrôle pas : la dernière lettre devrait être %(expected)s.")
_LAST_DIGIT = _("%(subject)s %(value)s ne se contrôle pas : le dernier chiffre devrait être %(expected)s.")
_LAST_CHARACTER = _("%(subject)s %(value)s ne se contrôle pas : le dernier caractère devrait être %(expected)s.")
_LAST_TWO_DIGITS = _(
    "%(subject)s %(value)s ne se contrôle pas : les deux derniers chiffres devraient être %(expected)s."
)
_NINTH_DIGIT = _(
    "%(subject)s %(value)s ne se contrôle pas : ses neuf premiers chiffres ne forment pas un SIREN, "
    "le neuvième devrait être %(expected)s."
)

REGISTER_CONTROL = (Control(_register_letter, _LAST_LETTER),)
SIREN_CONTROL = (Control(_siren_digit, _LAST_DIGIT),)
SIRET_CONTROL = (Control(_siren_digit, _NINTH_DIGIT, end=9), Control(_siret_digit, _LAST_DIGIT))
PPN_CONTROL = (Control(_ppn_character, _LAST_CHARACTER),)
MOD_11_2_CONTROL = (Control(_mod_11_2, _LAST_CHARACTER),)
ROR_CONTROL = (Control(_ror_digits, _LAST_TWO_DIGITS, width=2),)
