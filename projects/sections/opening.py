"""Which actions have a yearly sheet in a campaign."""

from programmes.enums import CampaignKind
from programmes.models import Campaign

from ..enums import ProjectState
from ..models import Project
from ..models.projects import ProjectQuerySet


def due(campaign: Campaign) -> ProjectQuerySet:
    """The published actions of the protocol under way in the campaign's year; after the term, those that still run."""
    rows = Project.objects.published().of_protocol(campaign.protocol).running_in(campaign.year).in_order()
    if campaign.kind == CampaignKind.FOLLOW_UP:
        return rows.filter(state=ProjectState.RUNNING)
    return rows
