"""The yearly sheets of the actions under way."""

from programmes.models import Campaign
from programmes.sections.opening import open_sheets

from ..models import Project, ProjectSheet


def open_campaign(campaign: Campaign) -> int:
    """One sheet for each published action of the protocol under way in the campaign's year; how many were made."""
    running = Project.objects.published().of_protocol(campaign.protocol).running_in(campaign.year)
    return open_sheets(ProjectSheet, "project", running.in_order(), campaign)
