"""The sections of this installation, in the order of the report."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from ..models import Campaign, YearlySheet
from .answering import Part
from .base import Section
from .datasets import Dataset
from .progress import Progress


@cache
def all_sections() -> tuple[Section, ...]:
    """One of each section named in the settings. Raises ImportError for a name that leads nowhere."""
    return tuple(import_string(name)() for name in settings.SECTIONS)


@cache
def all_datasets() -> dict[str, Dataset]:
    """The data sets of every section, by the names that end their addresses."""
    return {dataset.name: dataset for section in all_sections() for dataset in section.datasets()}


def parts_of(sheet: YearlySheet) -> tuple[Part, ...]:
    """What respondents answer on a sheet beside its texts."""
    return tuple(part for section in all_sections() for part in section.parts(sheet))


def progress_of(campaign: Campaign) -> Progress:
    """How far a campaign is, every kind of sheet together: the one figure, wherever it is told."""
    return Progress(tallies=tuple(tally for section in all_sections() for tally in section.progress(campaign)))
