"""Companions of one column: identifiers of a scheme, linked records, unit codes."""

from typing import Any

from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Concat

from ..enums import UnitType
from ..identifiers import Scheme
from ..models import Identifier, UnitCode
from .columns import Column
from .companions import ValueList, refused
from .links import LinkWidget
from .widgets import IdentifierWidget


class IdentifierList(ValueList):
    """The identifiers of one scheme that a body or a person bears."""

    model = Identifier

    def __init__(self, owner: str, scheme: Scheme, heading: str, *others: str, example: str = "") -> None:
        super().__init__()
        self.owner, self.scheme, self.heading = owner, scheme, heading
        self.columns = (Column(None, heading, IdentifierWidget(scheme), scheme.value, *others, example=example),)
        self.holders: set[str] | None = None

    def is_mine(self, row: Any) -> bool:
        """Of this scheme."""
        return bool(row.scheme == self.scheme)

    def held(self) -> QuerySet[Any]:
        """Of this scheme."""
        return Identifier.objects.filter(scheme=self.scheme)

    def told(self) -> Any:
        """The identifier."""
        return F("value")

    def value_of(self, row: Any) -> str:
        """The identifier in its one spelling."""
        return str(row.value)

    def make(self, instance: Any, value: str) -> Identifier:
        """A new identifier. Raises ValidationError when somebody bears it already."""
        if self.holders is None:
            borne = Identifier.objects.filter(scheme=self.scheme).values_list("value", flat=True)
            self.holders = set(borne)
        if value in self.holders:
            raise refused(self.heading, f"«\u00a0{value}\u00a0» est déjà porté par une autre fiche")
        self.holders.add(value)
        return Identifier(scheme=self.scheme, value=value, **{self.owner: instance})


class LinkList(ValueList):
    """Records of another table that a cell names: supervising bodies, themes, funders."""

    def __init__(
        self,
        model: type[Model],
        owner: str,
        target: str,
        heading: str,
        widget: LinkWidget,
        *others: str,
        example: str = "",
    ) -> None:
        super().__init__()
        self.model, self.owner, self.target, self.heading = model, owner, f"{target}_id", heading
        self.columns = (Column(None, heading, widget, *others, example=example),)

    def told(self) -> Any:
        """The key of the record named."""
        return self.columns[0].widget.told(self.target)

    def value_of(self, row: Any) -> int:
        """The number of the record named."""
        return int(getattr(row, self.target))

    def make(self, instance: Any, value: int) -> Any:
        """A new link."""
        return self.model(**{self.owner: instance, self.target: value})


class UnitCodeList(ValueList):
    """The code of a unit, without dates: a change of code is dated on the laboratory's own page."""

    model = UnitCode
    owner = "laboratory"
    heading = "Code d’unité"

    def __init__(self) -> None:
        super().__init__()
        widget = IdentifierWidget(Scheme.UNIT_CODE)
        self.columns = (Column(None, self.heading, widget, "code unité", "unit code", example="UMR 9999"),)

    def told(self) -> Any:
        """Type and number."""
        return Concat("type", Value(" "), "number")

    def value_of(self, row: Any) -> str:
        """Type and number."""
        return str(row)

    def make(self, instance: Any, value: str) -> UnitCode:
        """A new code. Raises ValidationError for an unknown type, or beside another code."""
        kind, _, number = value.partition(" ")
        if kind not in UnitType.values:
            raise refused(self.heading, f"«\u00a0{kind}\u00a0» n’est pas un type d’unité connu ici")
        if self._own(instance):
            raise refused(self.heading, "un autre code est inscrit\u00a0: datez le changement sur la fiche")
        return UnitCode(laboratory=instance, type=kind, number=number)
