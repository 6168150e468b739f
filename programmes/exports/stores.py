"""Files of whole data sets, kept as long as what they tell stays the same.

A file is named by what it was asked for: its query, its language and the last entries of the trail of every table that
the query reads. The same name always means the same bytes, on any machine; the store is a cache that may be lost.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import get_language

from ..sections.datasets import Dataset, Place
from .formats import Format
from .reading import Statement, statement
from .taking import Taken

Alive = Callable[[], None]
FOLDER = "donnees"
OURS = re.compile(r'"((?:[a-z]+)_[a-z_]+)"')
OFTEN = 16  # pieces of a file between two signs of life
LATE = 1000  # entries of the trail that may still be committed after a later one


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A file that is there: where, how large, its fingerprint."""

    path: str
    sha256: str
    size: int
    made_on: str = ""  # ISO 8601; files made before this was noted do not say

    @property
    def day(self) -> date | None:
        """The day on which it was made."""
        return date.fromisoformat(self.made_on) if self.made_on else None


@dataclass(frozen=True, kw_only=True)
class State:
    """What a data set tells now: the fingerprint of its question, and the day of its last change."""

    key: str
    changed_on: date | None


def state_of(dataset: Dataset, viewer: Any, place: Place) -> State:
    """Where a data set stands, in one query of the trail."""
    asked = question(dataset, viewer, place)
    marks = latest_entries(tables_in(asked[0]))
    told = json.dumps([asked, [mark[:3] for mark in marks], get_language()], default=str)
    days = [mark[3].date() for mark in marks if mark[3]]
    return State(key=hashlib.sha256(told.encode()).hexdigest()[:20], changed_on=max(days, default=None))


def question(dataset: Dataset, viewer: Any, place: Place) -> Statement:
    """The query of a data set."""
    return statement(dataset.rows(viewer), dataset.cells(viewer, place))


def tables_in(sql: str) -> list[str]:
    """The trails of the tables that a query names."""
    models = {model._meta.db_table: model for model in apps.get_models()}
    named = sorted(set(OURS.findall(sql)) & models.keys())
    trails = (getattr(models[name], "history", None) for name in named)
    return [trail.rel.related_model._meta.db_table for trail in trails if trail is not None]


def latest_entries(tables: Iterable[str]) -> list[tuple[Any, ...]]:
    """Of each trail its last entry, how many came just before, and when: late ones change the count."""
    one = (
        "SELECT '{0}', (SELECT max(pgh_id) FROM {0}), "  # noqa: S608 - names of our own tables
        f"(SELECT count(*) FROM {{0}} WHERE pgh_id > (SELECT max(pgh_id) FROM {{0}}) - {LATE}), "
        "(SELECT pgh_created_at FROM {0} ORDER BY pgh_id DESC LIMIT 1)"
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(name) for name in tables) + " ORDER BY 1")
        return list(cursor.fetchall())


def found(dataset: Dataset, key: str, kind: Format) -> Stored | None:
    """The file, when it was made already."""
    note = f"{_path(dataset, key, kind)}.json"
    if not default_storage.exists(note):
        return None
    with default_storage.open(note) as told:
        return Stored(**json.load(told))


def whole(dataset: Dataset, viewer: Any, place: Place, address: str) -> Taken:
    """The data set as a file tells it."""
    return Taken(dataset=dataset, rows=dataset.rows(viewer), viewer=viewer, place=place, address=address, is_whole=True)


def make(taken: Taken, key: str, kind: Format, alive: Alive) -> Stored:
    """Make the file; those that it replaces go. `alive` is called as long as it takes."""
    dataset, digest = taken.dataset, hashlib.sha256()
    with tempfile.TemporaryFile() as stream:
        for rank, piece in enumerate(taken.pieces(kind), start=1):
            digest.update(piece)
            stream.write(piece)
            if rank % OFTEN == 0:
                alive()
        size = stream.tell()
        stream.seek(0)
        path = default_storage.save(_path(dataset, key, kind), File(stream))
    stored = Stored(path=path, sha256=digest.hexdigest(), size=size, made_on=localdate().isoformat())
    _note(f"{_path(dataset, key, kind)}.json", stored)
    _clear(dataset, key, kind)
    return stored


def _note(path: str, stored: Stored) -> None:
    with tempfile.TemporaryFile() as stream:
        stream.write(json.dumps(asdict(stored)).encode())
        stream.seek(0)
        default_storage.save(path, File(stream))


def _clear(dataset: Dataset, key: str, kind: Format) -> None:
    """Take away what the new file replaces."""
    _folders, names = default_storage.listdir(f"{FOLDER}/{dataset.name}")
    same = f".{get_language()}.{kind}"
    for name in names:
        if same in name and not name.startswith(key):
            default_storage.delete(f"{FOLDER}/{dataset.name}/{name}")


def _path(dataset: Dataset, key: str, kind: Format) -> str:
    return f"{FOLDER}/{dataset.name}/{key}.{get_language()}.{kind}"
