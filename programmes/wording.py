"""Numbers, money and dates in words, in French and in English: the one home for pages, report and exports.

Pure functions with the language as an argument, so that a frozen report words itself the same years later, whatever
the request's language is. What is not known (None) reads "non renseigné".
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

NO_BREAK: Final = "\u00a0"
NARROW: Final = "\u202f"
MONTHS: Final = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
UNKNOWN: Final = {"fr": "non renseigné", "en": "not provided"}
YES_NO: Final = {"fr": ("non", "oui"), "en": ("no", "yes")}
PRECISIONS: Final = {
    "fr": {
        "exact": "{0}",
        "at_least": f"au{NO_BREAK}moins {{0}}",
        "more_than": f"plus de{NO_BREAK}{{0}}",
        "about": f"environ{NO_BREAK}{{0}}",
        "between": "de {0} à {1}",
    },
    "en": {
        "exact": "{0}",
        "at_least": f"at least{NO_BREAK}{{0}}",
        "more_than": f"more than{NO_BREAK}{{0}}",
        "about": f"about{NO_BREAK}{{0}}",
        "between": "{0} to {1}",
    },
}

FEMININE: Final = (
    *("aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"),
    *("neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
)

CARDINALS: Final = {
    "fr": ("aucun", "un", *FEMININE[2:], "dix-sept", "dix-huit", "dix-neuf", "vingt"),
    "en": (
        *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *(
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ),
    ),
}

Number = int | Decimal

# Where the words counted end, and what follows them does not change with the figure.
LINKS = {
    "fr": re.compile(r" (?=(?:de|du|des|d’|à|au|aux|en|par|pour|avec|dans|sur|sous|sans)\b)"),
    "en": re.compile(r" (?=(?:of|in|for|by|with|at|on|from|under|to)\b)"),
}
INVARIABLE = frozenset({"accès", "concours", "cours", "discours", "fois", "mois", "pays", "parcours", "temps",
                        "progress", "series", "species"})  # fmt: skip
SINGULARS = {"theses": "thesis"}
SCALES: Final = {"€": "", "k€": "k", "M€": "M", "Md€": "bn"}  # signs of sums, and what English puts after the number
FIGURE: Final = re.compile(r"\u2212?\d+(?:[.,]\d+)*")


def unknown(language: str) -> str:
    """What stands for a value nobody has given."""
    return UNKNOWN[language]


def number(value: Number | None, language: str, decimals: int | None = None) -> str:
    """A number with its thousands apart. Without `decimals`, two at most and no useless zero."""
    if value is None:
        return unknown(language)
    text = f"{_rounded(value, 2 if decimals is None else decimals):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("-", "\u2212")
    if language == "fr":
        text = text.replace(",", NARROW).replace(".", ",")
    return text


def euros(amount: Number | None, language: str) -> str:
    """An amount to the euro, with cents only when there are some."""
    if amount is None:
        return unknown(language)
    return _money(number(amount, language, None if amount == int(amount) else 2), "", language)


def short_euros(amount: Number | None, language: str) -> str:
    """An amount for charts and key figures: 690 k€, 8,4 M€; a second decimal only where it makes the figure exact."""
    if amount is None:
        return unknown(language)
    size = abs(Decimal(amount))
    if size >= 999_500:
        millions = Decimal(amount) / 1_000_000
        exact = millions == _rounded(millions, 2)
        return _money(number(millions if exact else _rounded(millions, 1), language), "M", language)
    if size >= 1_000:
        return _money(number(Decimal(amount) / 1_000, language, 0), "k", language)
    return _money(number(amount, language, 0), "", language)


def percent(value: Number | None, language: str) -> str:
    """A share in percent, to one decimal at most."""
    if value is None:
        return unknown(language)
    sign = f"{NO_BREAK}%" if language == "fr" else "%"
    return number(_rounded(value, 1), language) + sign


def day(value: date | None, language: str) -> str:
    """A date in words: 1er février 2024, 21 septembre 2021."""
    if value is None:
        return unknown(language)
    first = "1er" if value.day == 1 and language == "fr" else str(value.day)
    return f"{first}{NO_BREAK}{MONTHS[language][value.month - 1]}{NO_BREAK}{value.year}"


def short_day(value: date | None, language: str) -> str:
    """A date for tables: 21/09/2021, 21 Sep 2021."""
    if value is None:
        return unknown(language)
    if language == "fr":
        return f"{value:%d/%m/%Y}"
    return f"{value.day}{NO_BREAK}{MONTHS[language][value.month - 1][:3]}{NO_BREAK}{value.year}"


def period(start: date | None, end: date | None, language: str) -> str:
    """From when to when, in short dates; one side may be unknown."""
    match start, end:
        case None, None:
            return unknown(language)
        case date(), None:
            return ("depuis le " if language == "fr" else "since ") + short_day(start, language)
        case None, date():
            return ("jusqu’au " if language == "fr" else "until ") + short_day(end, language)
    return f"{short_day(start, language)} – {short_day(end, language)}"


def yes_no(value: bool | None, language: str) -> str:
    """Yes, no, or not known."""
    return unknown(language) if value is None else YES_NO[language][value]


def precise(text: str, precision: str, upper: str, language: str) -> str:
    """Words around a figure that is not exact: plus de 20, de 3 à 4."""
    return PRECISIONS[language][precision].format(text, upper)


def count(value: int, one: str, many: str, language: str) -> str:
    """A number and its noun: "1 thèse", "12 thèses"; zero is singular in French, plural in English."""
    singular = value < 2 if language == "fr" else value == 1
    return f"{number(value, language)}{NO_BREAK}{one if singular else many}"


def unit(words: str, value: Number | None, language: str) -> str:
    """A unit, typed in the plural, as it reads after this figure: "équipements partagés", 1 → "équipement partagé"."""
    is_plural = value is None or (abs(float(value)) >= 2 if language == "fr" else abs(float(value)) != 1)
    if is_plural:
        return words
    counted = LINKS[language].split(words, maxsplit=1)[0]
    parts = counted.split(" ")
    first = 0 if language == "fr" else len(parts) - 1  # English adjectives do not change
    return " ".join([*parts[:first], *map(_alone, parts[first:])]) + words[len(counted) :]


def with_unit(figure: str, words: str, language: str) -> tuple[str, str]:
    """A worded figure and the unit beside it; English writes euros with the number: 7,5 and M€ are €7.5M."""
    if language == "fr" or words not in SCALES:
        return figure, words
    return FIGURE.sub(lambda found: _money(found[0], SCALES[words], language), figure), ""


def _alone(word: str) -> str:
    if word in INVARIABLE or not word.endswith("s") or word.endswith("ss") or word.isupper():
        return word
    return SINGULARS.get(word, f"{word[:-3]}y" if word.endswith("ies") else word[:-1])


def cardinal(value: int, language: str) -> str:
    """A small number in letters, masculine in French: neuf, nine; beyond twenty, figures."""
    words = CARDINALS[language]
    return words[value] if value < len(words) else number(value, language)


def feminine(value: int) -> str:
    """A small number in French letters, for what is feminine: sept, une; beyond sixteen, figures."""
    return (FEMININE[value] if value < len(FEMININE) else number(value, "fr")).capitalize()


def _money(text: str, scale: str, language: str) -> str:
    if language == "fr":
        return f"{text}{NO_BREAK}{scale}€"
    sign, digits = ("\u2212", text[1:]) if text.startswith("\u2212") else ("", text)
    return f"{sign}€{digits}{scale}"


def _rounded(value: Number, decimals: int) -> Decimal:
    """Half up, as people round; never a negative zero."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)
