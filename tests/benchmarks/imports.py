"""What an import costs, against COPY of the same rows: pytest tests/benchmarks/imports.py -s

Prints ratios of CPU (this process, the reading child and the database's process together) of one run; judges nothing.
`COPY` means COPY into a temporary table and one INSERT into the real one, triggers and indexes on.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import openpyxl
import psutil
import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from doctorates.models import Thesis
from programmes.models import Import, User
from programmes.resources import importing
from tests.factories import LaboratoryFactory, PersonFactory, ProjectFactory, UserFactory

ROWS, CHANGED = 10_000, 20
HEADINGS = (
    *("Référence", "Action", "Titre", "Titre en anglais", "Mots clés", "Discipline", "Laboratoire"),
    *("Doctorant ou doctorante", "CIFRE", "État", "Première inscription", "Fin du contrat", "Source"),
)
INSERT = """
    INSERT INTO doctorates_thesis (version, is_demo, source, reference, status, slug, project_id, title, title_en,
        abstract, abstract_en, keywords, keywords_en, discipline, discipline_en, laboratory_id, candidate_id, is_cifre,
        state, registered_on, contract_ends_on, result, hal_id, title_is_public, name_is_public, name_ground)
    SELECT 1, false, s.source, s.reference, 'draft', s.reference, p.id, s.title, s.title_en, '', '', s.keywords, '',
        s.discipline, '', l.id, c.id, s.cifre = 'oui', 'E', to_date(s.since, 'DD/MM/YYYY'),
        to_date(s.until, 'DD/MM/YYYY'), '', '', true, false, ''
    FROM sent s JOIN projects_project p ON p.reference = s.project
    JOIN programmes_laboratory l ON l.acronym = s.laboratory JOIN programmes_person c ON c.reference = s.candidate
"""
COLUMNS = "reference,project,title,title_en,keywords,discipline,laboratory,candidate,cifre,state,since,until,source"


def rows(changed: int = 0) -> list[list[str]]:
    """The lines of the file; the first ones with another title."""
    return [
        [
            f"these-{n}", "action", f"Étude inventée numéro {n} des matériaux{' revue' if n < changed else ''}",
            f"Invented study {n} of materials", "chimie, matériaux, énergie", "Chimie", f"LAB{n % 40}",
            f"personne-{n % 300}", "oui" if n % 7 == 0 else "non", "en préparation", "01/10/2022", "30/09/2025",
            "Fichier de la Région",
        ]
        for n in range(ROWS)
    ]  # fmt: skip


def workbook(lines: list[list[str]]) -> bytes:
    """The file, as offices send it."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in [HEADINGS, *lines]:
        sheet.append(line)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def database_seconds() -> float:
    """CPU that the database's process of this connection has used."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        times = psutil.Process(cursor.fetchone()[0]).cpu_times()
    return float(times.user + times.system)


def own_seconds() -> float:
    """CPU that this process and its children have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


@contextmanager
def measured(what: str, results: dict[str, float]) -> Iterator[None]:
    """Print what something costs."""
    own, base = own_seconds(), database_seconds()
    with CaptureQueriesContext(connection) as queries:
        yield
    own, base = own_seconds() - own, database_seconds() - base
    results[what] = own + base
    print(f"{what:<34}{own:7.2f} s ici {base:7.2f} s base {len(queries):5} requêtes")


def copy_rows() -> None:
    """COPY, then one INSERT."""
    with transaction.atomic(), connection.cursor() as cursor:
        names = " text,".join(COLUMNS.split(","))
        cursor.execute(f"CREATE TEMPORARY TABLE sent ({names} text) ON COMMIT DROP")
        with cursor.copy(f"COPY sent ({COLUMNS}) FROM STDIN") as copy:
            for line in rows():
                copy.write_row(line)
        cursor.execute(INSERT)


def sent(agent: User, content: bytes, name: str, results: dict[str, float]) -> Import:
    """Preview and confirm a file, the price of each told apart."""
    made = importing.send(ContentFile(content, name="theses.xlsx"), "theses", by=agent)
    told: Any = lambda _percent, _words: None  # noqa: E731
    with measured(f"{name}, aperçu", results):
        importing.preview(made.pk, told)
    assert importing.confirm(made)
    with measured(f"{name}, enregistrement", results):
        importing.write(made.pk, told)
    made.refresh_from_db()
    print(f"  {made.state} {made.totals}")
    return made


@pytest.mark.django_db(transaction=True)
def test_print_what_an_import_costs() -> None:
    ProjectFactory(reference="action")
    for n in range(40):
        LaboratoryFactory(acronym=f"LAB{n}")
    for n in range(300):
        PersonFactory(reference=f"personne-{n}")
    agent = UserFactory(administrator=True)
    results: dict[str, float] = {}
    first, again = workbook(rows()), workbook(rows(CHANGED))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    for what in ("COPY, base froide", "COPY et INSERT"):
        with measured(what, results):
            copy_rows()
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE doctorates_thesis CASCADE")
    sent(agent, first, f"{ROWS} lignes nouvelles", results)
    sent(agent, again, f"{CHANGED} lignes modifiées", results)

    copy = results.pop("COPY et INSERT")
    for name in (f"{ROWS} lignes nouvelles", f"{CHANGED} lignes modifiées"):
        total = sum(cost for what, cost in results.items() if what.startswith(name))
        print(f"{name} : {total / copy:.1f} fois COPY")
    print(f"mémoire de plus : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 - before} Mo")
    print(f"écrits la seconde fois : {Thesis.objects.filter(version=2).count()} lignes")
