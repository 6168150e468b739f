"""What can be found of the joint actions: actions, calls, events, productions."""

from typing import Any

from django.db.models import TextField, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from programmes.models.asking import Asked
from programmes.sections.finding import Sought, bodies, people
from programmes.templatetags.words import day, period

from ..enums import OutputKind, ProjectKind
from ..models import Call, Event, Output, Project

BODIES = ("participations__organisation", "contributions__funder_links__organisation", "grants__organisation")


def actions(viewer: Any) -> Sought:
    """The joint actions, by their words, their kind, those who lead them and the bodies that take part or pay."""
    return Sought(
        name="projects",
        label=_("Actions"),
        rows=Project.objects.visible_to(viewer),
        keeps_stems=True,
        titles=["title"],
        texts=["summary"],
        numbers=_actions_of,
        url=lambda row: reverse("projects:detail", args=[row.slug]),
        listed=reverse("projects:list"),
        note=lambda row: str(capfirst(row.get_kind_display())),
    )


def calls(viewer: Any) -> Sought:
    """The calls of actions that this viewer may see."""
    actions = Project.objects.visible_to(viewer).values("pk")
    return Sought(
        name="calls",
        label=_("Appels"),
        rows=Call.objects.visible_to(viewer).filter(project__in=actions).select_related("project"),
        texts=["audience"],
        url=lambda row: f"{reverse('projects:detail', args=[row.project.slug])}#appels",
        note=lambda row: str(row.project.tr("title")),
    )


def events(viewer: Any) -> Sought:
    """The events of these actions, by their names and their places; those of no action have no page to lead to."""
    actions = Project.objects.visible_to(viewer).values("pk")
    return Sought(
        name="events",
        label=_("Événements"),
        rows=Event.objects.visible_to(viewer).filter(project__in=actions).select_related("project"),
        names=["place"],
        url=lambda row: f"{reverse('projects:detail', args=[row.project.slug])}#evenements",
        note=lambda row: ", ".join(filter(None, (_days(row), row.place))),
    )


def outputs(viewer: Any) -> Sought:
    """What these actions produced, by its title or its number."""
    actions = Project.objects.visible_to(viewer).values("pk")
    return Sought(
        name="outputs",
        label=_("Productions"),
        rows=Output.objects.filter(project__in=actions).select_related("project"),
        numbers=_outputs_numbered,
        passage=Concat("doi", Value(" "), "hal_id", output_field=TextField()),
        url=lambda row: f"{reverse('projects:detail', args=[row.project.slug])}#productions",
        note=lambda row: f"{capfirst(row.get_kind_display())}, {row.year}",
    )


def _days(row: Event) -> str:
    return period(row.starts_on, row.ends_on) if row.ends_on else day(row.starts_on)


def _actions_of(typed: Asked) -> list[int]:
    rows = Project.objects.order_by().values_list("pk", flat=True)
    arms = [rows.filter(reference__in=typed.spellings)]
    arms += [rows.filter(kind__in=kinds) for kinds in [typed.among(ProjectKind)] if kinds]
    if (called := people(typed)) is not None:
        arms.append(rows.filter(members__person__in=called))
    if (named := bodies(typed)) is not None:
        arms += [rows.filter(**{f"{path}__in": named}) for path in BODIES]
    return list(arms[0].union(*arms[1:]))


def _outputs_numbered(typed: Asked) -> list[int]:
    rows = Output.objects.order_by().values_list("pk", flat=True)
    if kinds := typed.among(OutputKind):
        return list(rows.filter(kind__in=kinds))
    if not typed.is_number:
        return []
    return list(rows.filter(doi__in=typed.spellings).union(rows.filter(hal_id__in=typed.spellings)))
