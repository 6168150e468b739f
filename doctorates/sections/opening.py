"""Which theses have a yearly sheet in a campaign."""

from programmes.enums import RecordStatus
from programmes.models import Campaign

from ..models import Thesis
from ..models.theses import ThesisQuerySet


def due(campaign: Campaign) -> ThesisQuerySet:
    """The registered theses of the protocol under way in the campaign's period.

    A thesis whose title may not be published has its sheet too: partners follow it, outsiders never see it.
    """
    theses = Thesis.objects.filter(status=RecordStatus.PUBLISHED).of_protocol(campaign.protocol)
    return theses.under_way(campaign.starts_on, campaign.ends_on).order_by("reference")
