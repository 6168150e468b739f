"""python -m programmes.spreadsheets.child: reads one table under limits. Paths and headings in, plain JSON out."""

import json
import resource
import sys
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from .errors import Unreadable
from .faults import Faults
from .headings import SEARCHED_LINES, find_headings, recognised
from .sniffing import Kind, kind_of
from .texts import lines_of
from .workbooks import Line, sheets_of

MEMORY = 1_500_000_000  # bytes of address space
SECONDS = 120  # of computing
LINES = 100_000
COLUMNS = 400
EXACT = 10**15  # beyond, a spreadsheet has rounded the number
NO_HEADINGS = "Aucune ligne d’en-têtes n’est reconnue. Partez du modèle à télécharger, ou reprenez ses en-têtes."


def main(source: str, target: str) -> None:
    """Read `source` with the headings of standard input; write the table, or the sentence, to `target`."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = table_of(Path(source), frozenset(json.load(sys.stdin)))
    except Unreadable as refusal:
        answer = {"refusal": str(refusal)}
    Path(target).write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


def table_of(path: Path, known: Collection[str]) -> dict[str, Any]:
    """The table of a file, of the sheet with most headings that we know. Raises Unreadable."""
    kind = kind_of(path)
    if kind is Kind.CSV:
        sheets: Iterator[tuple[str, Iterator[Line], Faults]] = iter([("", lines_of(path, known), {})])
    else:
        sheets = sheets_of(path, kind)
    best, merit = None, 0
    for name, lines, faults in sheets:
        filled = list(_filled(lines, faults))
        rank = find_headings([cells for _line, cells in filled], known)
        if rank is not None and recognised(filled[rank][1], known) > merit:
            merit = recognised(filled[rank][1], known)
            best = _table(name, filled, rank)
    if best is None:
        raise Unreadable(NO_HEADINGS)
    return best


def _filled(lines: Iterator[Line], faults: Faults) -> Iterator[tuple[int, list[Any]]]:
    """Lines that hold something, their cells made plain. Raises Unreadable when there are too many."""
    faulty = {line for line, _column in faults}
    count = 0
    for line, cells in lines:
        values = [plain_cell(cell) for cell in cells[:COLUMNS]]
        if line in faulty:
            values = [{"fault": faults[line, n]} if (line, n) in faults else cell for n, cell in enumerate(values, 1)]
        if any(value != "" for value in values):
            count += 1
            if count > LINES + SEARCHED_LINES:
                raise Unreadable("Le tableau dépasse 100 000 lignes. Partagez-le en plusieurs fichiers.")
            yield line, values


def plain_cell(value: Any) -> Any:
    """A cell as JSON can hold it: dates in ISO form, whole numbers whole, texts without blanks around."""
    if isinstance(value, str):
        return value.replace("\x00", "").strip()
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < EXACT else value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, time | timedelta) else "" if value is None else value


def _table(name: str, filled: list[tuple[int, list[Any]]], rank: int) -> dict[str, Any]:
    line, headings = filled[rank]
    return {
        "sheet": name,
        "line": line,
        "headings": [cell if isinstance(cell, str) else "" for cell in headings],
        "rows": filled[rank + 1 :],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
