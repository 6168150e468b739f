"""What an export costs, against COPY TO of the same rows: pytest tests/benchmarks/exports.py -s

Prints ratios of CPU (this process and the database's process together) of one run, and memory; judges nothing.
`COPY TO` means every column of the table of theses, search column apart, as CSV. The exports hold more: names and
references of linked records, themes, shares, statuses in words, addresses.
"""

import tempfile
from functools import partial

import pytest
from django.db import connection

from doctorates.models import Thesis
from programmes.exports import offer, write
from programmes.exports.offering import link_of

from .measuring import memory, queries, register, seconds

ROWS, MOST_ODS = 100_000, 10_000
SENT: dict[str, int] = {}


def copy_table() -> None:
    """COPY of the table into a file."""
    columns = ", ".join(f'"{field.column}"' for field in Thesis._meta.concrete_fields if field.name != "search")
    with tempfile.TemporaryFile() as stream, connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT {columns} FROM doctorates_thesis) TO STDOUT (FORMAT csv)") as copy:  # noqa: S608
            for line in copy:
                stream.write(line)
        SENT["COPY TO"] = stream.tell()


def export(ending: str, rows: int) -> None:
    """The list of theses, newest first, with the columns that are ticked to begin with."""
    cells = [one.cell for one in offer(Thesis) if one.is_usual]
    wanted = Thesis.objects.all()[:rows] if rows < ROWS else Thesis.objects.all()
    with tempfile.TemporaryFile() as stream:
        write(wanted, [*cells, link_of(Thesis)], ending, stream)
        SENT[ending] = stream.tell()


@pytest.mark.django_db(transaction=True)
def test_print_what_an_export_costs() -> None:
    register(ROWS)
    copy_table()
    copy = sum(seconds(copy_table, 2))
    print(f"\nCOPY TO : {copy:.2f} s, {SENT['COPY TO'] >> 20} Mo")

    for ending, rows in (("csv", ROWS), ("xlsx", ROWS), ("ods", MOST_ODS)):
        asked = queries(partial(export, ending, 100))
        told: list[int] = []
        with memory(told.append):
            own, base = seconds(partial(export, ending, rows))
        print(
            f"{ending:<5}{rows:7} lignes {own:6.2f} s ici {base:6.2f} s base {(own + base) / copy:6.1f} fois COPY TO "
            f"{told[0]:5} Mo de mémoire {SENT[ending] >> 20:5} Mo de fichier {asked:3} requêtes"
        )
