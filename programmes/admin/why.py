"""Why each field is asked, and where it will appear: the words under the boxes of the forms.

Each app declares its own in `asked.py`; a model's `help_text` serves migrations and the public dictionary instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model, TextChoices
from django.utils.html import format_html
from django.utils.safestring import SafeString


class Seen(TextChoices):
    """Who will read a field."""

    PUBLIC = "public", "public"
    PARTNERS = "partners", "entre partenaires"
    INTERNAL = "internal", "interne"


@dataclass(frozen=True)
class Asked:
    """Who will read a field, and why it is asked; without words, those of the model stand."""

    seen: Seen
    why: str = ""

    def shown(self, otherwise: str = "") -> SafeString:
        """The mark, then the words."""
        mark = format_html('<b class="seen seen--{}">{}</b>', self.seen, self.seen.label)
        why = self.why or otherwise
        return format_html("{} {}", mark, why) if why else mark


@dataclass(frozen=True)
class Table:
    """What is asked of a table: a sentence on the whole, one for a section where it helps, each field's words."""

    sentence: str
    sections: Mapping[str, str]
    fields: Mapping[str, Asked]


def public(why: str = "") -> Asked:
    """Shown to everybody, on the site or in the report."""
    return Asked(Seen.PUBLIC, why)


def partners(why: str = "") -> Asked:
    """Read by the staff of all the partners, never published."""
    return Asked(Seen.PARTNERS, why)


def internal(why: str = "") -> Asked:
    """Used by the register itself, shown nowhere else."""
    return Asked(Seen.INTERNAL, why)


EVERYWHERE: dict[str, Asked] = {
    "reference": public("Courte, unique, elle ne change plus : clé des imports, imprimée dans les exports."),
    "slug": public("Fin de l’adresse de la page. Si elle change, l’ancienne y renvoie."),
    "source": public("D’où vient cette information : un acte, un site, un courrier. Affichée au bas de la page."),
    "website": public("Lien sur la page publique."),
    "contact_email": public("Qui écrire, sur la page publique."),
    "precision": public("« Plus de », « environ » : le chiffre est publié avec ce mot."),
    "as_of": public("À quelle date ce chiffre était exact."),
}
ENGLISH = "Lu sur les pages anglaises ; vide, le texte français s’y affiche."
_TABLES: dict[type[Model], Table] = {}


def ask(model: type[Model], sentence: str = "", /, sections: Mapping[str, str] | None = None, **fields: Asked) -> None:
    """Declare what a table asks; called once a table, where its app's administration is declared."""
    _TABLES[model] = Table(sentence, sections or {}, fields)


def asked(column: Field) -> Asked | None:
    """What is said of a column; an English text is read by those who read the French one. None: nothing yet."""
    table = _TABLES.get(column.model)
    fields: Mapping[str, Asked] = {**EVERYWHERE, **(table.fields if table else {})}
    if column.name in fields:
        return fields[column.name]
    french = fields.get(column.name.removesuffix("_en")) if column.name.endswith("_en") else None
    return Asked(french.seen, ENGLISH) if french and french.seen is Seen.PUBLIC else french


def help_text(column: Field) -> SafeString | str:
    """The words under a box."""
    found = asked(column)
    return found.shown(str(column.help_text)) if found else str(column.help_text)


def sentence_of(model: type[Model]) -> str:
    """What is said of a table as a whole."""
    table = _TABLES.get(model)
    return table.sentence if table else ""


def described(model: type[Model], title: str | None) -> dict[str, Any]:
    """A section's sentence, as a fieldset takes it."""
    table = _TABLES.get(model)
    words = table.sections.get(title or "") if table else None
    return {"description": words} if words else {}
