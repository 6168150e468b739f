"""The life of an action: milestones, key figures, calls, outputs, events."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter, itemgetter
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programmes.constraints import in_order
from programmes.enums import Precision, RecordStatus
from programmes.fields import IdentifierField
from programmes.identifiers import Identifier, Scheme
from programmes.models.base import Figure, Record, Row, Slugged, Sourced, VisibleQuerySet
from programmes.models.belonging import Belongs, row_of
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from ..enums import OutputKind
from .projects import Project


@tracked
class Milestone(Row, Sourced):
    """A step of an action: the day it was planned for, the day it was reached."""

    belongs = row_of("project")

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="milestones")
    rank = models.PositiveSmallIntegerField(_("n°"))
    label = models.CharField(_("jalon"), max_length=200)
    label_en = models.CharField(_("jalon en anglais"), max_length=200, blank=True)
    planned_on = models.DateField(_("prévu le"), null=True, blank=True)
    reached_on = models.DateField(_("atteint le"), null=True, blank=True)

    class Meta:
        verbose_name = _("jalon")
        verbose_name_plural = _("jalons")
        ordering = ["project", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "rank"],
                name="milestone_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Ce numéro de jalon existe déjà dans l’action."),
            )
        ]

    def __str__(self) -> str:
        return self.label


def numbered(milestones: Iterable[Milestone]) -> list[tuple[int, Milestone]]:
    """The milestones with the number they bear on lines and in tables: from 1, day after day.

    The day is the planned one, or else the day it was reached. One without any follows its neighbour by rank.
    """
    dated, day = [], date.min
    for milestone in sorted(milestones, key=attrgetter("rank")):
        day = milestone.planned_on or milestone.reached_on or day
        dated.append((day, milestone))
    return list(enumerate((milestone for _, milestone in sorted(dated, key=itemgetter(0))), start=1))


@tracked
class KeyFigure(Row, Figure):
    """A figure about an action in a year, or without a year: 18 teslas, 40 fellowships."""

    belongs = row_of("project")

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="key_figures")
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)
    year = models.PositiveSmallIntegerField(_("année"), null=True, blank=True, validators=[MinValueValidator(1900)])
    label = models.CharField(_("libellé"), max_length=200)
    label_en = models.CharField(_("libellé en anglais"), max_length=200, blank=True)
    value = models.DecimalField(_("valeur"), max_digits=14, decimal_places=2)
    value_max = models.DecimalField(_("valeur, au plus"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unité"), max_length=40, blank=True)
    unit_en = models.CharField(_("unité en anglais"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("chiffre clé")
        verbose_name_plural = _("chiffres clés")
        ordering = ["project", "rank", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "year", "label"],
                name="key_figure_unique",
                nulls_distinct=False,
                violation_error_message=_("Ce chiffre est déjà inscrit pour cette année."),
            ),
            models.CheckConstraint(
                name="key_figure_between",
                condition=~Q(precision=Precision.BETWEEN) | Q(value_max__isnull=False, value_max__gte=F("value")),
                violation_error_message=_("«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class CallQuerySet(VisibleQuerySet["Call"]):
    """Calls."""

    def published(self) -> Self:
        """Published calls of published actions: no page names the action of a draft."""
        return super().published().filter(project__status=RecordStatus.PUBLISHED)


@tracked
class Call(Record, Slugged):
    """A call of an action: for whom, from when to when, and what came of it."""

    belongs = Belongs(kind=TableKind.RECORD, under=("project",), subject=True)

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="calls")
    title = models.CharField(_("titre"), max_length=250)
    title_en = models.CharField(_("titre en anglais"), max_length=250, blank=True)
    audience = models.CharField(_("pour qui"), max_length=250, blank=True)
    audience_en = models.CharField(_("pour qui, en anglais"), max_length=250, blank=True)
    year = models.PositiveSmallIntegerField(_("année"), null=True, blank=True, validators=[MinValueValidator(1900)])
    opens_on = models.DateField(_("ouvre le"), null=True, blank=True)
    closes_on = models.DateField(_("ferme le"), null=True, blank=True)
    decided_on = models.DateField(_("sélection le"), null=True, blank=True)
    apply_url = models.URLField(_("où candidater"), blank=True)
    places = models.PositiveIntegerField(_("places prévues"), null=True, blank=True)
    applications = models.PositiveIntegerField(_("candidatures évaluées"), null=True, blank=True)
    interviewed = models.PositiveIntegerField(_("candidatures auditionnées"), null=True, blank=True)
    awarded = models.PositiveIntegerField(_("lauréats"), null=True, blank=True)
    withdrawn = models.PositiveIntegerField(_("désistements"), null=True, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("appel")
        verbose_name_plural = _("appels")
        ordering = ["project", "year", "reference"]
        constraints = [
            in_order("call_dates", "opens_on", "closes_on", "Un appel ferme après avoir ouvert."),
            in_order("call_awarded", "awarded", "applications", "Il n’y a pas plus de lauréats que de candidatures."),
            in_order("call_withdrawn", "withdrawn", "awarded", "Il n’y a pas plus de désistements que de lauréats."),
        ]

    def __str__(self) -> str:
        return self.title


@tracked
class Output(Row, Sourced):
    """What an action produced: publication, data set, software, patent, exhibition…"""

    belongs = row_of("project")
    seen_everywhere = True  # on the pages of the theses that made it, which this app does not know

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="outputs")
    kind = models.CharField(_("nature"), max_length=12, choices=OutputKind)
    year = models.PositiveSmallIntegerField(_("année"), validators=[MinValueValidator(1900)])
    title = models.CharField(_("titre"), max_length=300)
    title_en = models.CharField(_("titre en anglais"), max_length=300, blank=True)
    doi = IdentifierField("DOI", scheme=Scheme.DOI, blank=True)
    hal_id = IdentifierField("HAL", scheme=Scheme.HAL_DOCUMENT, blank=True)
    url = models.URLField(_("adresse"), blank=True)

    class Meta:
        verbose_name = _("production")
        verbose_name_plural = _("productions")
        ordering = ["project", "-year", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "year", "title"],
                name="output_unique",
                violation_error_message=_("Cette production est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def registers(self) -> tuple[Identifier, ...]:
        """The numbers by which others know it, each with its address."""
        known = ((Scheme.DOI, self.doi), (Scheme.HAL_DOCUMENT, self.hal_id))
        return tuple(Identifier(scheme, value) for scheme, value in known if value)


class EventQuerySet(VisibleQuerySet["Event"]):
    """Events."""


@tracked
class Event(Record, Slugged):
    """A conference, an inauguration, a forum: something that happened, or will, on a day in a place."""

    belongs = Belongs(kind=TableKind.RECORD, under=("project",), subject=True)
    shown_on = ("evidence__sheet__commitment",)

    project = models.ForeignKey(
        Project, verbose_name=_("action"), on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    title = models.CharField(_("titre"), max_length=250)
    title_en = models.CharField(_("titre en anglais"), max_length=250, blank=True)
    starts_on = models.DateField(_("du"))
    ends_on = models.DateField(_("au"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=160, blank=True)
    attendance = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    attendance_precision = models.CharField(_("précision"), max_length=10, choices=Precision, default=Precision.EXACT)
    website = models.URLField(_("site"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        ordering = ["-starts_on"]
        constraints = [in_order("event_dates", "starts_on", "ends_on", "Un événement finit après avoir commencé.")]

    def __str__(self) -> str:
        return self.title
