"""Where a record of the report stands on the map: the laboratory that carries it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..models import Laboratory
from .blocks import Value


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A laboratory, an action or a thesis, the laboratory that carries it, and the euros voted for it."""

    kind: Literal["laboratory", "action", "thesis"]
    reference: str
    title: Value
    laboratory: Laboratory | None
    voted: Decimal | None = None
