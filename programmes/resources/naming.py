"""By what names files call bodies, units and people."""

from ..models import Laboratory, Organisation, Person, UnitCode
from ..spreadsheets import plain
from .links import LinkWidget


def organisation_link() -> LinkWidget:
    """An organisation: reference, acronym, name, usage name, or any identifier."""
    return LinkWidget(Organisation, "reference", "acronym", "name", "usage_name", identified_by="organisation")


def person_link() -> LinkWidget:
    """A person: reference, both names in either order, or any identifier."""
    names = ("given_name family_name", "family_name given_name")
    return LinkWidget(Person, "reference", *names, identified_by="person")


class LaboratoryLink(LinkWidget):
    """A laboratory: reference, acronym, name, identifier, or a unit code of any time."""

    def __init__(self) -> None:
        super().__init__(Laboratory, "reference", "acronym", "name", identified_by="laboratory")

    def names_beside(self) -> list[tuple[str, int]]:
        """Unit codes."""
        rows = UnitCode.objects.values_list("type", "number", "laboratory_id")
        return [(plain(f"{kind} {number}"), pk) for kind, number, pk in rows]
