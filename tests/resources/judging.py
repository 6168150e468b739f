"""Files as the tests write them: one heading and one cell after the other."""

from typing import Any

from programmes.models import User
from programmes.resources import Line, kind_named
from programmes.resources.storing import store


def judged(kind: str, *rows: dict[str, Any], by: User | None = None) -> list[Line]:
    """What becomes of each line of a file."""
    return resource_of(kind, *rows, by=by).lines


def resource_of(kind: str, *rows: dict[str, Any], by: User | None = None) -> Any:
    """The resource of a file that was read, line 2 first."""
    found = kind_named(kind)
    assert found is not None
    resource = found(by)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    resource.judge(
        headings, [[row.get(heading, "") for heading in headings] for row in rows], list(range(2, len(rows) + 2))
    )
    return resource


def written(kind: str, *rows: dict[str, Any], by: User | None = None) -> list[Line]:
    """Write a file, and give what became of each line."""
    resource = resource_of(kind, *rows, by=by)
    store(resource, for_trial=False)
    return list(resource.lines)
