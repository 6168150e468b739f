"""What somebody typed in a search box, as words and as a number, however it is spelled."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import override

from .. import identifiers
from .searching import plain

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody typed, as words and as a number."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """The words, each looked for by itself."""
        return self.text.split()

    @cached_property
    def compact(self) -> str:
        """Letters and figures alone."""
        return re.sub("[^a-z0-9]", "", plain(self.text))

    @cached_property
    def spellings(self) -> list[str]:
        """The ways in which a number so typed may be stored."""
        known = {identifiers.normalise(scheme, self.text) for scheme in identifiers.guess(self.text)}
        typed = {self.text, self.compact, self.text.replace(" ", "-")}
        return sorted(known | {way for text in typed for way in (text, text.lower(), text.upper())})

    @cached_property
    def unit(self) -> tuple[str, str] | None:
        """The type and the number of a unit code; None for anything else."""
        value = identifiers.normalise(identifiers.Scheme.UNIT_CODE, self.text)
        kind, _space, number = value.partition(" ")
        return (kind, number) if number.isdecimal() else None

    @property
    def is_number(self) -> bool:
        """Whether it may be a number: it holds a figure."""
        return any(character.isdigit() for character in self.text)

    def among(self, choices: type[TextChoices]) -> list[str]:
        """The choices that the words name, in either language: « brevets », “data sets”, « comité ».

        The first word of a name must be there: « recherche » alone does not name « projet de recherche ».
        """
        typed = _singular(self.text)
        labels = {(choice.value, tuple(_singular(label))) for choice in choices for label in _labels(choice)}
        return sorted({value for value, label in labels if label[0] in typed and set(typed) <= set(label)})


def _labels(choice: TextChoices) -> list[str]:
    labels = []
    for language in LANGUAGES:
        with override(language):
            labels.append(str(choice.label))
    return labels


def _singular(text: str) -> list[str]:
    return [re.sub("[sx]$", "", word) for word in re.findall(r"\w+", plain(text))]
