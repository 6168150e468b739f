"""What the partners declare of a record, year after year: the sheets of published editions with their visas."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType

from ..models import Visa, YearlySheet


@dataclass(frozen=True, kw_only=True)
class ShownYear:
    """One year of a record: its sheet and who approved it."""

    sheet: YearlySheet
    visas: tuple[Visa, ...]

    @property
    def year(self) -> int:
        """The year declared."""
        return self.sheet.campaign.year


def shown_years(sheets: Sequence[YearlySheet]) -> list[ShownYear]:
    """The sheets with their visas in force, in two queries at most."""
    if not sheets:
        return []
    kind = ContentType.objects.get_for_model(sheets[0])
    given: dict[int, list[Visa]] = defaultdict(list)
    rows = Visa.objects.in_force().filter(content_type=kind, object_id__in=[sheet.pk for sheet in sheets])
    for visa in rows.select_related("party__organisation").order_by("party__rank"):
        given[visa.object_id].append(visa)
    return [ShownYear(sheet=sheet, visas=tuple(given[sheet.pk])) for sheet in sheets]
