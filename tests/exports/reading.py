"""Exports as the tests read them: through the import's own reader, or line by line."""

import csv
import io
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import QuerySet

from programmes import tasks
from programmes.exports import offer, write
from programmes.exports.offering import link_of
from programmes.models import Import, User
from programmes.resources import importing, kind_named


def exported(rows: QuerySet[Any], kind: str) -> bytes:
    """The rows with the columns that are ticked to begin with."""
    stream = io.BytesIO()
    cells = [one.cell for one in offer(rows.model) if one.is_usual]
    write(rows, [*cells, link_of(rows.model)], kind, stream)
    return stream.getvalue()


def lines_of(content: bytes) -> list[dict[str, str]]:
    """The lines of a CSV, by heading."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def sent_back(content: bytes, name: str, kind: str, by: User) -> Import:
    """The preview of a file that was exported."""
    made = importing.send(ContentFile(content, name=name), kind, by=by)
    made.refresh_from_db()
    tasks.run_job(made.job_id)
    made.refresh_from_db()
    return made


def rows_of_kind(kind: str) -> QuerySet[Any]:
    """Every record of a kind of file."""
    found = kind_named(kind)
    assert found is not None
    rows: QuerySet[Any] = found._meta.model._base_manager.order_by("pk")
    return rows


def saved(content: bytes, folder: Path, name: str) -> Path:
    """A file that readers open by its path."""
    path = folder / name
    path.write_bytes(content)
    return path
