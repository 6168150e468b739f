"""What pages and mails call a sheet and what it lacks, in the language of who answers."""

import re
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from .. import wording
from ..questions import Lack


def title_of(sheet: Any) -> str:
    """What a sheet is about."""
    return str(sheet.subject.tr("title"))


def worded(text: str) -> str:
    """A sentence of a question in the reader's language, with the spaces that French sets before its signs."""
    told = _(text)
    if told != text or get_language() != "fr":
        return told
    return re.sub(" (?=:)", wording.NO_BREAK, re.sub(" (?=[;?!])", wording.NARROW, told))


def lack_in_words(lack: Lack) -> str:
    """What is missing; the details of a figure or a milestone are in French only, after the name of the question."""
    label = _(lack.question.label)
    if lack.sentence == lack.question.label:
        return label
    if get_language() == "fr":
        return lack.sentence if lack.sentence.startswith(lack.question.label) else f"{label}\u00a0: {lack.sentence}"
    detail = lack.sentence.removeprefix(lack.question.label).lstrip("\u00a0 :")
    return f"{label} ({detail})"


def is_answered_here(lack: Lack) -> bool:
    """Whether a respondent is asked for what is missing."""
    return not lack.question.by_staff


def page_of(token: str, language: str) -> str:
    """The address of a link's page."""
    with override(language):
        return reverse("programmes:contribute", args=[token])
