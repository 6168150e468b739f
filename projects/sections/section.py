"""The section of the joint actions: each question and the module that answers it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from programmes.models import Campaign
from programmes.sections.base import Section
from programmes.sections.related import Related

from . import beside, opening


class ProjectSection(Section):
    """The joint actions and their money."""

    name = "projects"

    def open(self, campaign: Campaign) -> int:
        """The yearly sheets of the actions under way."""
        return opening.open_campaign(campaign)

    def relate(self, record: Model, viewer: Any) -> tuple[Related, ...]:
        """Actions of a theme, a commitment or a laboratory; of a protocol, their calendar and their money."""
        return beside.relate(record, viewer)

    def relate_all(self, records: Sequence[Model], viewer: Any) -> dict[int, Related]:
        """Actions of each theme, for an index."""
        return beside.relate_all(records, viewer)
