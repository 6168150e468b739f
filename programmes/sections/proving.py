"""What proves that a commitment was kept in a year: the evidence of its public sheets, as lines of a page."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from ..models import CommitmentEvidence, Evidence
from .related import RECORD, Answer, Line

E = TypeVar("E", bound=Evidence)


def by_sheet(rows: Iterable[E], line: Callable[[E], Line]) -> dict[int, tuple[Line, ...]]:
    """The lines of each sheet, in the order that its writers gave them."""
    found: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        found[row.sheet_id].append(line(row))
    return {sheet: tuple(lines) for sheet, lines in found.items()}


def line_of(evidence: Evidence, record: Any, title: str, url: str, kind: str) -> Line:
    """A piece of evidence: what it is, where it is read, in what it proves something."""
    return Line(
        title=record.tr(title),
        url=url,
        language=record.language_of(title),
        details={"kind": kind, "evidence": evidence, "is_demo": evidence.is_demo or record.is_demo},
    )


def papers() -> Answer[dict[int, tuple[Line, ...]]]:
    """Evidence that is no record of ours."""
    rows = CommitmentEvidence.objects.filter(sheet__commitment=RECORD).order_by("sheet", "rank")
    return Answer(lists={"papers": rows}, make=lambda _commitment, found: by_sheet(found["papers"], _paper))


def _paper(row: CommitmentEvidence) -> Line:
    return line_of(row, row, "title", row.url, _("document"))
