"""The reports once they are published: what their chapters say can be found."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Passage
from .base import Section
from .finding import Sought


class PublishedReports(Section):
    """The editions in force. It adds nothing to the reports themselves."""

    name = "reports"

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """The reports, their chapters and sheets, in the reader's language."""
        rows = Passage.objects.visible_to(viewer).spoken().select_related("edition__report__campaign__protocol")
        return (
            Sought(
                name="passages",
                label=_("Rapports publiés"),
                rows=rows.defer("edition__content", "edition__rests_on", "text"),
                texts=["text"],
                keeps_stems=True,
                is_spoken=True,
                order=("-edition__report__campaign__year", "pk"),
                url=address_of,
                note=note_of,
            ),
        )


def address_of(row: Passage) -> str:
    """Where it is read in the web twin; a report itself, on the page of its edition."""
    campaign = row.edition.report.campaign
    edition = [campaign.protocol.reference, (campaign.year, campaign.kind), row.edition.number]
    if not row.chapter:
        return reverse("programmes:edition", args=edition)
    place = [*edition, row.chapter]
    if row.page > 1:
        return f"{reverse('programmes:twin_sheets', args=[*place, row.page])}#{row.anchor}"
    return f"{reverse('programmes:twin_chapter', args=place)}#{row.anchor}"


def note_of(row: Passage) -> str:
    """In which report and which chapter; a report itself, of which protocol."""
    if not row.chapter:
        return str(row.edition.report.campaign.protocol.tr("short_title"))
    report = str(row.edition.report)
    return report if row.above == row.title else f"{report}, {row.above}"
