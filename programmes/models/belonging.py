"""Where the rows of a table belong: declared beside its columns, read by `rights`, which asks it for everybody."""

from dataclasses import dataclass

from ..roles import TableKind


@dataclass(frozen=True, kw_only=True)
class Belongs:
    """What decides who may see and write the rows of a table.

    `under` names the links to the records on which a row depends: who is attached to one of them has the row.
    `goes_with` says that a row has no life of its own: who sees or writes the record above, sees or writes the row.
    `about` says the same of a row about a record of any kind (a generic link).
    `protocols` names the paths to the protocols to which a row is tied; without any, it is tied as the records above.
    `givers` is the path to the bodies that give the money of a row: their party alone writes it.
    `asked_by` is the link to the person who asked for a row.
    `subject` says that assignments, remarks and visas may be about a row.
    """

    kind: TableKind
    under: tuple[str, ...] = ()
    goes_with: bool = False
    about: bool = False
    protocols: tuple[str, ...] = ()
    givers: str = ""
    asked_by: str = ""
    subject: bool = False


def row_of(above: str, *, kind: TableKind = TableKind.RECORD, givers: str = "") -> Belongs:
    """Rows that go with the record above, whatever its kind; `kind` says the verbs."""
    return Belongs(kind=kind, under=(above,), goes_with=True, givers=givers)
