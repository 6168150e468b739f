"""An import from the file to the records: preview, confirmation, writing, cancelling."""

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from .. import channels, workflow
from ..enums import JobKind
from ..models import Import, ImportState, Job, User
from ..spreadsheets import Table, Unreadable, plain, read_table
from ..workflow import Refused
from .base import RecordResource, Verdict
from .registry import kind_named
from .storing import Moved, Refusal, fingerprint, store

Progress = Callable[[int, str], None]
UNEXPECTED = "Une erreur inattendue a arrêté cet import\u202f; rien n’est enregistré."
MOVED = "Des fiches ont changé depuis l’aperçu\u00a0: rien n’est enregistré. Relisez le nouvel aperçu, puis confirmez."


@transaction.atomic
def send(file: File, kind: str, *, by: User) -> Import:
    """Keep a file and ask for its preview."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    sent = Import(kind=kind, name=Path(file.name or "fichier").name[:200], checksum=digest.hexdigest(), author=by)
    sent.file.save("", file, save=False)
    sent.save()
    return _ask(sent, JobKind.IMPORT_PREVIEW)


@transaction.atomic
def confirm(sent: Import) -> bool:
    """Ask for the writing; False when it is not, or no longer, to be confirmed."""
    if not Import.objects.filter(pk=sent.pk).move(ImportState.WRITING, ImportState.READY):
        return False
    _ask(sent, JobKind.IMPORT_WRITE)
    return True


@transaction.atomic
def cancel(sent: Import) -> bool:
    """Stop an import, or drop its preview; False when it is written already."""
    stopped = Import.objects.filter(pk=sent.pk).move(
        ImportState.CANCELLED, ImportState.READING, ImportState.READY, ImportState.REFUSED, ImportState.WRITING
    )
    if stopped:
        workflow.jobs.cancel(Job.objects.filter(imports=sent))
    return stopped


def preview(pk: int, progress: Progress) -> None:
    """Judge every line and try the writing, then take it back. Raises Refused when the file cannot be read."""
    sent = Import.objects.select_related("author").get(pk=pk)
    with _telling_the_end(sent):
        resource, ignored = _judged(sent, progress)
        message = _trial(resource)
    counts = Counter(line.verdict for line in resource.lines)
    is_sound = not (message or counts[Verdict.REFUSED])
    Import.objects.filter(pk=pk).move(
        ImportState.READY if is_sound else ImportState.REFUSED,
        ImportState.READING,
        totals={verdict.value: counts[verdict] for verdict in Verdict},
        lines=resource.lines,
        ignored=ignored,
        message=message,
        fingerprint=fingerprint(resource, resource.lines),
    )


def write(pk: int, progress: Progress) -> None:
    """Write everything or nothing. Raises Refused when records moved since the preview, or the database refuses.

    The state of the import changes in the same transaction as the records: a killed worker leaves both or neither, and
    the same job rung again finds what is left to do.
    """
    sent = Import.objects.select_related("author").get(pk=pk)
    if sent.state != ImportState.WRITING:
        return
    with _telling_the_end(sent), channels.by_import(sent.author_id, sent.pk, sent.name):
        resource, _ignored = _judged(sent, progress)
        _write(sent, resource)


@contextmanager
def _telling_the_end(sent: Import) -> Iterator[None]:
    """However the work ends, the import says so. Raises Refused for what the author can do something about."""
    try:
        yield
    except workflow.jobs.Cancelled:
        Import.objects.filter(pk=sent.pk).move(ImportState.CANCELLED, *ImportState.under_way())
        raise
    except Moved as error:
        _preview_again(sent)
        raise Refused(MOVED) from error
    except (Unreadable, Refusal) as error:
        _fail(sent, str(error))
        raise Refused(str(error)) from error
    except Exception:
        _fail(sent, UNEXPECTED)
        raise


def _write(sent: Import, resource: RecordResource) -> None:
    if fingerprint(resource, resource.lines) != sent.fingerprint:
        raise Moved
    with transaction.atomic():
        store(resource, for_trial=False)
        mine = Import.objects.filter(pk=sent.pk)
        if not mine.move(ImportState.WRITTEN, ImportState.WRITING, written_at=timezone.now(), message=""):
            raise workflow.jobs.Cancelled


def _ask(sent: Import, kind: JobKind) -> Import:
    options: dict[str, Any] = {"import": sent.pk}
    sent.job = workflow.jobs.ask(kind, by=sent.author, **options)
    sent.save(update_fields=["job"])
    return sent


@transaction.atomic
def _preview_again(sent: Import) -> None:
    Import.objects.filter(pk=sent.pk).move(ImportState.READING, ImportState.WRITING, message=MOVED)
    _ask(sent, JobKind.IMPORT_PREVIEW)


def _fail(sent: Import, sentence: str) -> None:
    Import.objects.filter(pk=sent.pk).move(ImportState.FAILED, *ImportState.under_way(), message=sentence)


def _judged(sent: Import, progress: Progress) -> tuple[RecordResource, list[str]]:
    """The lines of the file, judged, and the headings that nobody knows. Raises Unreadable."""
    found = kind_named(sent.kind)
    if found is None:
        raise Unreadable("Cette nature de fichier n’existe plus.")
    progress(1, "Lecture du fichier")
    resource = found(sent.author)
    table = _table(sent, resource)
    total = max(len(table.rows), 1)
    resource.progress = lambda done: progress(10 + 75 * done // total, f"Ligne {done} sur {total}")
    columns, ignored = matched(resource, table.headings)
    rows = [(number, cells) for number, row in table.rows if any(cells := _cells(row, columns))]
    rows = [(number, cells) for number, cells in rows if resource.example_keys.isdisjoint(map(str, cells))]
    headings = [heading for _rank, heading in columns]
    resource.judge(headings, [cells for _number, cells in rows], [number for number, _cells in rows])
    progress(85, "Vérification d’ensemble")
    return resource, ignored


def _table(sent: Import, resource: RecordResource) -> Table:
    known = frozenset[str]().union(*(column.known_as for column in resource.all_columns))
    with tempfile.NamedTemporaryFile() as copy, sent.file.open("rb") as stored:
        shutil.copyfileobj(stored, copy)
        copy.flush()
        return read_table(Path(copy.name), known)


def matched(resource: RecordResource, headings: list[str]) -> tuple[list[tuple[int, str]], list[str]]:
    """Which columns of the file are which of ours, and the headings that nobody knows. Raises Unreadable."""
    known = {name: column.heading for column in resource.all_columns for name in column.known_as}
    columns: dict[str, int] = {}
    ignored = []
    for rank, heading in enumerate(headings):
        ours = known.get(plain(heading))
        if ours is None:
            ignored += [heading] if heading else []
        elif ours in columns:
            raise Unreadable(f"Deux colonnes du fichier disent «\u00a0{ours}\u00a0». Gardez-en une.")
        else:
            columns[ours] = rank
    for column in resource.columns[: len(resource.key)]:
        if column.heading not in columns:
            raise Unreadable(
                f"La colonne «\u00a0{column.heading}\u00a0» manque\u00a0: c’est elle qui dit de quelle fiche il s’agit."
            )
    return [(rank, heading) for heading, rank in columns.items()], ignored


def _cells(row: list[Any], columns: list[tuple[int, str]]) -> list[Any]:
    """The cells of our columns."""
    return [row[rank] if rank < len(row) else "" for rank, _heading in columns]


def _trial(resource: RecordResource) -> str:
    """Why the database would refuse lines that are all sound; empty when it would not."""
    if any(line.verdict is Verdict.REFUSED for line in resource.lines):
        return ""
    try:
        store(resource, for_trial=True)
    except Refusal as error:
        return str(error)
    except Moved:
        return MOVED
    return ""
