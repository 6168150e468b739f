"""What the actions offer to outsiders, and what they bring as news: calls, fellowships, instrument time."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.fields import words_of
from programmes.sections.news import MOST, News, first_published, moment
from programmes.sections.offers import Offer, OfferKind

from ..enums import ProjectKind, ProjectState
from ..models import Call, Project

KINDS = {ProjectKind.FELLOWSHIPS: OfferKind.FELLOWSHIP, ProjectKind.EQUIPMENT: OfferKind.INSTRUMENT}
CLOSED = (ProjectState.PROPOSED, ProjectState.STOPPED)  # bought and in service, an instrument is "completed"


def offers(day: date, viewer: Any) -> tuple[Offer, ...]:
    """Calls that are open or will be, and what takes users from outside; two queries."""
    return (*_calls(day, viewer), *_instruments(viewer))


def _calls(day: date, viewer: Any) -> Iterator[Offer]:
    """A call without any date, or one that was decided, is no offer."""
    dated = Q(closes_on__gte=day) | Q(closes_on__isnull=True, opens_on__isnull=False)
    rows = Call.objects.visible_to(viewer).filter(dated).exclude(decided_on__lt=day).select_related("project")
    for row in rows.annotate(first=first_published(Call)).order_by("closes_on", "pk"):
        yield Offer(
            key=f"call-{row.reference}",
            kind=KINDS.get(ProjectKind(row.project.kind), OfferKind.CALL),
            title=row.tr("title"),
            language=row.language_of("title"),
            url=f"{_page(row.project)}#appels",
            version=row.version,
            audience=row.tr("audience"),
            audience_language=row.language_of("audience"),
            apply_url=row.apply_url,
            where=row.project.short_name,
            where_language=row.project.short_language,
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            published_at=row.first,  # type: ignore[attr-defined]  # annotated above
            is_demo=row.is_demo,
        )


def _instruments(viewer: Any) -> Iterator[Offer]:
    """Actions that take users from outside and say how to ask."""
    rows = Project.objects.visible_to(viewer).filter(is_open_to_users=True).exclude(state__in=CLOSED)
    rows = rows.annotate(first=first_published(Project)).select_related("lead_laboratory")
    for row in rows.order_by("rank", "pk"):
        unit = row.lead_laboratory
        yield Offer(
            key=f"action-{row.reference}",
            kind=OfferKind.INSTRUMENT,
            title=row.tr("title"),
            language=row.language_of("title"),
            url=_page(row),
            version=row.version,
            how=row.tr("access"),
            how_language=row.language_of("access"),
            apply_url=row.website,
            where=str(unit) if unit and unit.is_published else "",
            published_at=row.first,  # type: ignore[attr-defined]
            is_demo=row.is_demo,
        )


def news(since: date, viewer: Any) -> tuple[News, ...]:
    """Actions published, calls published; the latest ones."""
    return (*_new_projects(since, viewer), *_new_calls(since, viewer))


def _new_projects(since: date, viewer: Any) -> Iterator[News]:
    rows = Project.objects.visible_to(viewer).annotate(first=first_published(Project)).filter(first__gte=moment(since))
    for row in rows.order_by("-first", "pk")[:MOST]:
        yield News(
            key=f"action-{row.reference}",
            kind=_("action publiée"),
            title=row.tr("title"),
            url=_page(row),
            at=row.first,  # type: ignore[attr-defined]  # annotated above
            summary=words_of(row.tr("summary")),
            is_demo=row.is_demo,
        )


def _new_calls(since: date, viewer: Any) -> Iterator[News]:
    rows = Call.objects.visible_to(viewer).annotate(first=first_published(Call)).filter(first__gte=moment(since))
    for row in rows.select_related("project").order_by("-first", "pk")[:MOST]:
        yield News(
            key=f"call-{row.reference}",
            kind=_("appel publié"),
            title=row.tr("title"),
            url=f"{_page(row.project)}#appels",
            at=row.first,  # type: ignore[attr-defined]  # annotated above
            summary=row.tr("audience"),
            is_demo=row.is_demo,
        )


def _page(row: Project) -> str:
    return reverse("projects:detail", args=[row.slug])
