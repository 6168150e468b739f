"""What people type in French, read: amounts, shares and days. The one home for forms and for files.

Every refusal is a ValueError whose sentence says what was typed and how to write it.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from . import wording

_BARE = str.maketrans("éû", "eu")
_MONTHS = tuple(name.translate(_BARE) for name in wording.MONTHS["fr"])
_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y")
_BESIDE_A_NUMBER = re.compile(r"[\s’']|€|euros?|EUR|%", re.IGNORECASE)
_WEEKDAYS = re.compile(r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+")
_TIME = re.compile(r"[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$")


def number(text: str, *, decimals: int = 2) -> Decimal:
    """Read “45 000,50 €” with any space, “45.000,50”, “50 %”. `decimals` is how many the column keeps.

    Three digits after a lone point could be thousands or decimals: refused, unless the column keeps more than three
    (a latitude).
    """
    bare = _BESIDE_A_NUMBER.sub("", text).replace("\u2212", "-")
    if decimals <= 3 and re.fullmatch(r"-?\d{1,3}\.\d{3}", bare):
        raise ValueError(f"« {text} » se lit de deux façons : écrivez {bare.replace('.', '')} ou une virgule")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3}){2,}", bare):
        bare = bare.replace(".", "")
    elif "," in bare and "." in bare:
        bare = bare.replace("," if bare.rindex(".") > bare.rindex(",") else ".", "")
    try:
        found = Decimal(bare.replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(f"« {text} » n’est pas un nombre ; exemple : 45 000,50") from error
    if not found.is_finite():
        raise ValueError(f"« {text} » n’est pas un nombre ; exemple : 45 000,50")
    return found


def shown(value: Decimal | int, *, decimals: int = 2, cents: bool = False) -> str:
    """Write a number as somebody would type it: thousands apart, no useless zero; `cents`: both or none."""
    exact = round(Decimal(value), decimals).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return wording.number(exact, "fr", 2 if cents and places else places)


def day(text: str) -> date:
    """Read 05/09/2021, 2021-09-05, “5 septembre 2021”, “dimanche 1er sept. 2021”, with or without a time after it."""
    bare = _TIME.sub("", text.strip())
    words = _WEEKDAYS.sub("", bare.lower())
    if (found := re.fullmatch(r"(\d{1,2})(?:er)?\s+([^\W\d]+)\.?\s+(\d{4})", words)) and (month := _month(found[2])):
        bare = f"{found[1]}/{month}/{found[3]}"
    if short := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", bare):
        raise ValueError(f"« {text} » : écrivez l’année en quatre chiffres, {short[1]}/{short[2]}/20{short[3]} ?")
    for pattern in _FORMATS:
        try:
            return datetime.strptime(bare, pattern).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    raise ValueError(f"« {text} » n’est pas une date ; exemple : 05/09/2021")


def _month(word: str) -> int:
    """The month that a word names, whole or cut (“sept”, “janv”); 0 when none or several do."""
    cut = [rank for rank, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word.translate(_BARE))]
    return cut[0] if len(cut) == 1 else 0
