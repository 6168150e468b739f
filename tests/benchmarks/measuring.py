"""What the benchmarks share: CPU of this process and of the database's together, and a register of any size."""

import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doctorates.models import Thesis
from programmes.models import Person, Stamp, Theme
from programmes.models.stamps import ANYWHERE, EVERYWHERE
from tests.factories import (
    CommitmentFactory,
    DoctoralSchoolFactory,
    LaboratoryFactory,
    OrganisationFactory,
    ProjectFactory,
    ProtocolFactory,
    ThemeFactory,
    ThesisFactory,
)

PEOPLE = """
    INSERT INTO programmes_person (version, is_demo, source, reference, family_name, given_name)
    SELECT 1, false, '', 'mesure-' || n, 'Nom' || n, 'Prénom' || n %% 400 FROM generate_series(%(first)s, %(last)s) n
"""
# Nine in ten are published; a word stands in three quarters of them, another one in one of a hundred.
THESES = """
    INSERT INTO doctorates_thesis (version, is_demo, source, reference, status, slug, project_id, title, title_en,
        abstract, abstract_en, keywords, keywords_en, discipline, discipline_en, laboratory_id, school_id, candidate_id,
        registering_body_id, awarding_body_id, employer_id, is_cifre,
        state, registered_on, contract_ends_on, defended_on, result, hal_id, title_is_public, name_is_public,
        name_ground)
    SELECT 1, false, 'Fichier de la Région', 'mesure-' || n, CASE WHEN n %% 10 = 0 THEN 'draft' ELSE 'published' END,
        'mesure-' || n, project.id, 'Étude inventée numéro ' || n || ' des matériaux pour ' || (ARRAY['la chimie',
        'l’énergie', 'la santé', 'la mer', 'le patrimoine', 'l’agriculture', 'les données'])[1 + n %% 7],
        'Invented study ' || n || ' of materials',
        repeat('Un résumé inventé qui tient en quelques lignes et ne dit rien de particulier. ', 3), '',
        'chimie, matériaux, énergie' || CASE WHEN n %% 4 > 0 THEN ', catalyse' ELSE '' END
            || CASE WHEN n %% 100 = 7 THEN ', zéolithe' ELSE '' END, '', 'Chimie', '', laboratory.id, school.id,
        person.id, body.id, body.id, body.id, n %% 7 = 0, CASE WHEN n %% 3 = 0 THEN 'S' ELSE 'E' END,
        date '2015-09-01' + n %% 3000, date '2018-09-01' + n %% 3000,
        CASE WHEN n %% 3 = 0 THEN date '2017-12-01' + n %% 3000 END, '', '', true, false, ''
    FROM generate_series(%(first)s, %(last)s) n
    JOIN programmes_person person ON person.reference = 'mesure-' || n
    JOIN (SELECT id, row_number() OVER () - 1 AS rank FROM programmes_laboratory) laboratory
        ON laboratory.rank = n %% 40
    JOIN (SELECT id, row_number() OVER () - 1 AS rank FROM doctorates_doctoralschool) school
        ON school.rank = n / 11 %% 5
    JOIN (SELECT id, row_number() OVER () - 1 AS rank FROM projects_project) project ON project.rank = n / 3 %% 10
    JOIN (SELECT id, row_number() OVER () - 1 AS rank FROM programmes_organisation LIMIT 10) body ON body.rank = n %% 10
"""
LINKS = """
    INSERT INTO doctorates_thesistheme (version, is_demo, thesis_id, theme_id)
    SELECT 1, false, thesis.id, theme.id FROM doctorates_thesis thesis
    JOIN (SELECT id, row_number() OVER () - 1 AS rank FROM programmes_theme) theme ON theme.rank = thesis.id / 7 %% 8
    WHERE thesis.reference LIKE 'mesure-%%' AND NOT EXISTS (
        SELECT FROM doctorates_thesistheme known WHERE known.thesis_id = thesis.id);
    INSERT INTO doctorates_thesisfunding (version, is_demo, source, thesis_id, organisation_id, share)
    SELECT 1, false, '', thesis.id, body.id, 50 FROM doctorates_thesis thesis
    CROSS JOIN (SELECT id FROM programmes_organisation ORDER BY id LIMIT 2) body
    WHERE thesis.reference LIKE 'mesure-%%' AND NOT EXISTS (
        SELECT FROM doctorates_thesisfunding known WHERE known.thesis_id = thesis.id)
"""


def surroundings() -> None:
    """What theses hang on, all of it published: a protocol, its themes and commitments, laboratories, actions."""
    protocol = ProtocolFactory(published=True)
    ThemeFactory.create_batch(8, protocol=protocol, published=True)
    commitments = CommitmentFactory.create_batch(9, protocol=protocol, published=True)
    laboratories = LaboratoryFactory.create_batch(40, published=True)
    OrganisationFactory.create_batch(20)
    DoctoralSchoolFactory.create_batch(5)
    for laboratory, commitment in zip(laboratories, [*commitments, commitments[0]], strict=False):
        project = ProjectFactory(lead_laboratory=laboratory, published=True)
        project.commitment_links.create(commitment=commitment)
    ThesisFactory(reference="celle-ci", title="Celle-ci", candidate__family_name="Unique")


def register(rows: int) -> None:
    """So many theses, each with a candidate, a laboratory, a school, a theme and two funders."""
    if not Theme.objects.exists():
        surroundings()
    span = {"first": Person.objects.filter(reference__startswith="mesure-").count(), "last": rows - 1}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # rows as they are; the trail is not measured here
        for sql in (PEOPLE, THESES, LINKS):
            cursor.execute(sql, span)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    for pages in (ANYWHERE, EVERYWHERE):  # those kept, and counts, are of fewer rows
        Stamp.objects.touch(pages)
    assert Thesis.objects.count() >= rows


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


def seconds(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """CPU here and CPU of the database, for one time; the best of three batches when it is quick."""
    found = []
    for _batch in range(3 if times > 1 else 1):
        own, base = own_seconds(), database_seconds()
        for _time in range(times):
            work()
        found.append(((own_seconds() - own) / times, (database_seconds() - base) / times))
    return min(found, key=sum)


def queries(work: Callable[[], object]) -> int:
    """How many questions some work asks the database."""
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


@contextmanager
def memory(told: Callable[[int], object]) -> Iterator[None]:
    """Tell how many megabytes more than before the work took at its highest."""
    statm = Path("/proc/self/statm")
    page = resource.getpagesize()
    resident = lambda: int(statm.read_text().split()[1]) * page  # noqa: E731
    before = highest = resident()
    over = threading.Event()

    def watch() -> None:
        nonlocal highest
        while not over.is_set():
            highest = max(highest, resident())
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        told((highest - before) >> 20)
