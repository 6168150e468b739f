"""The yearly sheets of the theses under way."""

from programmes.enums import RecordStatus
from programmes.models import Campaign
from programmes.sections.opening import open_sheets

from ..models import Thesis, ThesisSheet


def open_campaign(campaign: Campaign) -> int:
    """One sheet for each registered thesis of the protocol under way in the campaign's period; how many were made.

    A thesis whose title may not be published has its sheet too: partners follow it, outsiders never see it.
    """
    theses = Thesis.objects.filter(status=RecordStatus.PUBLISHED).of_protocol(campaign.protocol)
    running = theses.under_way(campaign.starts_on, campaign.ends_on)
    return open_sheets(ThesisSheet, "thesis", running.order_by("reference"), campaign)
