"""What a respondent answered beside texts, kept in the trail as it stood when the sheet was sent: the receipt tells it.

Rows live in the register and change there afterwards; a receipt says what was sent, whatever came after.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import workflow
from ..models import User
from ..sections.answering import Part, Row, shown
from ..sections.registry import parts_of
from .cells import choices_of, in_words

KEPT: Final = "answered"  # in the details of the line of the trail


@workflow.noting("submit_sheet")
def keep(sheet: Any, by: User) -> dict[str, Any]:
    """The rows and the references of a sheet that a respondent sends, in words, by question."""
    if workflow.people.link_of(by) is None:
        return {}
    lines = {part.question.name: list(_lines(part)) for part in parts_of(sheet)}
    return {KEPT: {"language": get_language() or "fr", "lines": {name: told for name, told in lines.items() if told}}}


def told(sheet: Any, details: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was kept of a sheet: each question with its lines, in the order of the questions."""
    kept = details.get(KEPT, {"language": "fr", "lines": {}})
    return [
        {
            "label": _(question.label),
            "reader": _(question.reader.value),
            "texts": [{"language": kept["language"], "text": line} for line in kept["lines"][question.name]],
        }
        for question in sheet.questions
        if question.name in kept["lines"]
    ]


def _lines(part: Part) -> Iterator[str]:
    yield from part.known
    for row in part.rows:
        answers = [] if row.instance.pk is None else list(_answers(row))
        if answers:
            yield " – ".join([row.label, *answers] if row.label else answers)


def _answers(row: Row) -> Iterator[str]:
    form = row.form(instance=row.instance)
    colon = "\u00a0:" if get_language() == "fr" else ":"
    for box in (form[name] for name in row.fields):
        if shown(box):
            yield f"{box.label}{colon} {in_words(box, choices_of(box.field))}"
