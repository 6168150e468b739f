"""The section of the co-funded theses: each question and the module that answers it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from programmes.models import Campaign
from programmes.sections.base import Section
from programmes.sections.related import Related

from . import beside, opening


class ThesisSection(Section):
    """The co-funded theses."""

    name = "doctorates"

    def open(self, campaign: Campaign) -> int:
        """The yearly sheets of the theses under way."""
        return opening.open_campaign(campaign)

    def relate(self, record: Model, viewer: Any) -> tuple[Related, ...]:
        """Theses of a theme, a commitment, a laboratory, an action or a protocol."""
        return beside.relate(record, viewer)

    def relate_all(self, records: Sequence[Model], viewer: Any) -> dict[int, Related]:
        """Theses of each theme, for an index."""
        return beside.relate_all(records, viewer)
