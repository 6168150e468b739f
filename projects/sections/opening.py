"""Which actions have a yearly sheet in a campaign."""

from programmes.models import Campaign

from ..models import Project
from ..models.projects import ProjectQuerySet


def due(campaign: Campaign) -> ProjectQuerySet:
    """The published actions of the protocol under way in the campaign's year."""
    return Project.objects.published().of_protocol(campaign.protocol).running_in(campaign.year).in_order()
