"""What theses offer to outsiders, and what they bring as news: subjects without a candidate, defences."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from programmes.models import Laboratory
from programmes.sections.news import MOST, News, first_published, moment
from programmes.sections.offers import Offer, OfferKind

from ..enums import ThesisState
from ..models import Thesis


def offers(viewer: Any) -> Iterator[Offer]:
    """Subjects that a vote retained, published, whose candidate is still looked for. The page of all tells them."""
    rows: QuerySet[Thesis] = Thesis.objects.open_subjects().filter(laboratory__in=Laboratory.objects.visible_to(viewer))
    today = localdate()
    for row in rows.annotate(first=first_published(Thesis)):
        is_kept_back = row.is_confidential_on(today)
        yield Offer(
            key=key_of(row),
            kind=OfferKind.SUBJECT,
            title=row.tr("title"),
            language=row.language_of("title"),
            url=place_of(row),
            has_page=False,
            version=row.version,
            audience=row.tr("keywords"),
            audience_language=row.language_of("keywords"),
            apply_url=row.laboratory.website,
            where=str(row.laboratory),
            host=reverse("programmes:laboratory", args=[row.laboratory.slug]),
            contact=row.laboratory.contact_email,
            text="" if is_kept_back else row.tr("abstract"),
            text_language=row.language_of("abstract"),
            published_at=row.first,
            is_demo=row.is_demo,
        )


def key_of(row: Thesis) -> str:
    """What names the offer of a subject for ever."""
    return f"subject-{row.reference}"


def place_of(row: Thesis) -> str:
    """Where a subject without a page of its own is told."""
    return f"{reverse('programmes:open')}#{key_of(row)}"


def news(since: date, viewer: Any) -> Iterator[News]:
    """Theses defended; the latest ones."""
    rows = Thesis.objects.visible_to(viewer).filter(state=ThesisState.DEFENDED, defended_on__gte=since)
    for row in rows.select_related("candidate", "laboratory").order_by("-defended_on", "pk")[:MOST]:
        yield News(
            key=f"defence-{row.reference}",
            kind=_("thèse soutenue"),
            title=row.tr("title"),
            url=reverse("doctorates:detail", args=[row.slug]),
            at=moment(row.defended_on or since),
            summary=", ".join(
                str(one) for one in (row.public_candidate, row.laboratory) if one and getattr(one, "is_published", True)
            ),
            is_demo=row.is_demo,
        )
