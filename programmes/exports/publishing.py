"""The files of the open data, made in the background: for every data set, each format in each language.

What a data set tells now is compared with the files that are there; only those that differ are made. A reader who
comes before gets what the register says at that moment, without a file being kept.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from .. import channels, workflow
from ..enums import JobKind, JobState, Language
from ..models import Job, Stamp, User
from ..models.stamps import DATA
from ..sections.datasets import Dataset, Place
from ..sections.registry import all_datasets
from . import stores
from .formats import LONGEST_WORKBOOK, OPEN, Format

Progress = Callable[[int, str], None]
PAUSE = timedelta(minutes=5)  # between two rounds, however often the register changes
VISITOR = AnonymousUser()


def ask_when_due() -> None:
    """Ask for the files once something public changed since the last round, and each day: what is shown may depend on
    the day. Without an address of the site there is nothing to write in them.
    """
    if not settings.SITE_URL:
        return
    state = f"{Stamp.objects.of_lists()} {timezone.localdate()}"
    rounds = Job.objects.filter(kind=JobKind.OPEN_DATA)
    last = rounds.order_by("-asked_at", "-pk").first()
    if last and (not last.is_over or last.options["state"] == state or timezone.now() < last.asked_at + PAUSE):
        return
    clerk = User.objects.calendar()
    with channels.by_calendar(clerk.pk):
        rounds.filter(state=JobState.DONE).delete()
        workflow.jobs.ask(JobKind.OPEN_DATA, by=clerk, state=state)


def run(_job: Job, progress: Progress) -> str:
    """Make the files that differ from what is told now; how many, in a sentence."""
    wanted = [(dataset, Language(language)) for language in Language for dataset in all_datasets().values()]
    number = 0
    for rank, (dataset, language) in enumerate(wanted):
        alive = partial(progress, 100 * rank // len(wanted), f"{dataset.title}, {language.label}")
        number += _renew(dataset, language, alive)
    if number:
        Stamp.objects.touch(DATA)
    return "Aucun fichier n’avait à changer." if not number else f"Fichiers faits\u00a0: {number}."


def _renew(dataset: Dataset, language: Language, alive: stores.Alive) -> int:
    """Make the files of a data set in a language that are missing; how many."""
    with override(language):
        alive()
        place = Place(site=settings.SITE_URL.rstrip("/"))
        taken = stores.whole(dataset, VISITOR, place, f"{place.site}{reverse('programmes:data')}")
        key = stores.state_of(dataset, VISITOR, place).key
        missing = [kind for kind in _formats(dataset) if stores.found(dataset, key, kind) is None]
        for kind in missing:
            stores.make(taken, key, kind, alive)
    return len(missing)


def _formats(dataset: Dataset) -> Iterator[Format]:
    """Those that can hold it."""
    is_long = dataset.rows(VISITOR).count() > LONGEST_WORKBOOK
    return (kind for kind in OPEN if kind != Format.XLSX or not is_long)
