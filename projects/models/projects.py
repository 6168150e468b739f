"""The joint actions: what they are, for which commitments and themes."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from programmes.constraints import in_order
from programmes.fields import RichTextField
from programmes.models import Commitment, Laboratory, Theme
from programmes.models.base import Record, Row, Slugged, french
from programmes.models.belonging import Belongs, row_of
from programmes.models.organisations import CONTACT_HELP, refuse_personal
from programmes.models.searching import SearchedQuerySet
from programmes.models.tracking import tracked
from programmes.roles import TableKind

from ..enums import ProjectKind, ProjectState


class ProjectQuerySet(SearchedQuerySet["Project"]):
    """Joint actions, in the words of the trade."""

    def of_protocol(self, protocol: object) -> Self:
        """Actions that serve a commitment of this protocol."""
        return self.filter(commitment_links__commitment__protocol=protocol).distinct()

    def top_level(self) -> Self:
        """Actions that are no part of another one."""
        return self.filter(part_of__isnull=True)

    def running_in(self, year: int) -> Self:
        """Actions under way at some moment of a civil year: a planned start counts until the real one is known."""
        return self.begun_by(year).not_over_before(year)

    def under_way_in(self, years: Iterable[int]) -> Self:
        """Under way at some moment of one of these years, as far as dates are known."""
        chosen = Q(pk__in=[])
        for year in years:
            chosen |= Q(pk__in=self.running_in(year).order_by().values("pk"))
        return self.filter(chosen)

    def not_over_before(self, year: int) -> Self:
        """Under way in a year or later, as far as dates are known: an unknown end is no end."""
        not_ended = Q(actual_end__isnull=True) | Q(actual_end__year__gte=year)
        return self.filter(not_ended).exclude(state=ProjectState.PROPOSED)

    def begun_by(self, year: int) -> Self:
        """Under way in a year or before, as far as dates are known: an unknown start is long past."""
        started = self.alias(begun_on=Coalesce("actual_start", "planned_start"))
        begun = Q(begun_on__isnull=True) | Q(begun_on__year__lte=year)
        return started.filter(begun).exclude(state=ProjectState.PROPOSED)

    def for_list(self) -> Self:
        """Load what a line of the list shows."""
        links = ProjectTheme.objects.filter(theme__in=Theme.objects.published()).select_related("theme")
        return self.select_related("lead_laboratory", "part_of").prefetch_related(
            Prefetch("theme_links", links.order_by("theme__number"))
        )

    def for_page(self) -> Self:
        """Load what the sheet of one action shows, in the report or on a page to print."""
        commitments = ProjectCommitment.objects.filter(commitment__in=Commitment.objects.published())
        return self.for_list().prefetch_related(
            Prefetch("commitment_links", commitments.select_related("commitment__protocol")),
            "participations__organisation__identifiers",
            "participations__laboratory__identifiers",
            "members__person__identifiers",
            "milestones",
            "key_figures",
            "contributions__funder_links__organisation",
            "grants",
            "outputs",
            "documents",
        )

    def in_order(self) -> Self:
        """Flagship actions first, each kind in the order of its title."""
        return self.order_by("-is_flagship", "rank", "pk")


@tracked
class Project(Record, Slugged):
    """A joint action (action spécifique commune), or a part of one: the edition of a chair, a measure.

    Its protocols are those of its commitments, so it can live on under a successor.
    """

    belongs = Belongs(
        kind=TableKind.RECORD,
        under=("part_of",),
        protocols=("commitment_links__commitment__protocol", "part_of__commitment_links__commitment__protocol"),
        subject=True,
    )
    seen_everywhere = True  # its title stands on the pages of its theses
    shown_on = ("parts", "commitment_links__commitment", "theme_links__theme", "participations__laboratory")

    kind = models.CharField(_("nature"), max_length=12, choices=ProjectKind)
    is_flagship = models.BooleanField(_("action phare"), default=False)
    rank = models.PositiveSmallIntegerField(_("rang"), default=99, help_text=_("Ordre dans les listes."))
    title = models.CharField(_("titre"), max_length=250)
    title_en = models.CharField(_("titre en anglais"), max_length=250, blank=True)
    acronym = models.CharField(_("nom court"), max_length=60, blank=True)
    acronym_en = models.CharField(_("nom court en anglais"), max_length=60, blank=True)
    summary = RichTextField(
        _("résumé pour tous"),
        blank=True,
        help_text=_("En mots simples\u202f; en tête de la page publique et du rapport."),
    )
    summary_en = RichTextField(_("résumé en anglais"), blank=True)
    state = models.CharField(_("état"), max_length=10, choices=ProjectState, default=ProjectState.PROPOSED)
    part_of = models.ForeignKey(
        "self", verbose_name=_("fait partie de"), on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    lead_laboratory = models.ForeignKey(
        Laboratory,
        verbose_name=_("laboratoire porteur"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_projects",
    )
    planned_start = models.DateField(_("début prévu"), null=True, blank=True)
    planned_end = models.DateField(_("fin prévue"), null=True, blank=True)
    actual_start = models.DateField(_("début réel"), null=True, blank=True)
    actual_end = models.DateField(_("fin réelle"), null=True, blank=True)
    frame = models.CharField(
        _("cadre"), max_length=160, blank=True, help_text=_("Par exemple le CPER\u00a0: un cadre, jamais un financeur.")
    )
    call_reference = models.CharField(_("appel ou convention d’origine"), max_length=120, blank=True)
    is_open_to_users = models.BooleanField(_("ouverte à des utilisateurs extérieurs"), default=False)
    access = models.TextField(_("comment demander un accès"), blank=True)
    access_en = models.TextField(_("comment demander un accès, en anglais"), blank=True)
    website = models.URLField(_("site"), blank=True)
    contact_email = models.EmailField(_("adresse de contact, publique"), blank=True, help_text=CONTACT_HELP)
    search = models.GeneratedField(
        expression=SearchVector("title", "acronym", weight="A", config="fr")
        + SearchVector("title_en", weight="B", config="english")
        + SearchVector("summary", weight="C", config="fr")
        + SearchVector("summary_en", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["rank", *french("title")]
        indexes = [GinIndex(fields=["search"], name="project_search")]
        constraints = [
            in_order("project_planned_dates", "planned_start", "planned_end", "La fin prévue suit le début prévu."),
            in_order("project_actual_dates", "actual_start", "actual_end", "La fin réelle suit le début réel."),
            models.CheckConstraint(
                name="project_not_own_part",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
                violation_error_message=_("Une action ne fait pas partie d’elle-même."),
            ),
        ]

    def __str__(self) -> str:
        return self.acronym or self.title

    def clean(self) -> None:
        """Its public address is a function's. Raises ValidationError."""
        super().clean()
        refuse_personal(self.contact_email)

    @property
    def short_name(self) -> str:
        """What it is called where space is short, in the reader's language."""
        return self.tr("acronym") or self.tr("title")

    @property
    def short_language(self) -> str:
        """The language of that name when it is not the reader's."""
        return self.language_of("acronym" if self.acronym else "title")

    @property
    def shown_kind(self) -> ProjectKind:
        """Its kind, with its word."""
        return ProjectKind(self.kind)

    @property
    def shown_state(self) -> ProjectState:
        """Its state, with its word and its tone."""
        return ProjectState(self.state)

    @property
    def start(self) -> date | None:
        """The day it began, or the day planned when that is all that is known."""
        return self.actual_start or self.planned_start

    @property
    def end(self) -> date | None:
        """The day it ended, or the day planned when that is all that is known."""
        return self.actual_end or self.planned_end


@tracked
class ProjectCommitment(Row):
    """A commitment that an action serves."""

    belongs = row_of("project")

    project = models.ForeignKey(
        Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="commitment_links"
    )
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("engagement"), on_delete=models.PROTECT, related_name="project_links"
    )

    class Meta:
        verbose_name = _("engagement servi")
        verbose_name_plural = _("engagements servis")
        ordering = ["project", "commitment"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "commitment"],
                name="project_commitment_unique",
                violation_error_message=_("Cet engagement est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return str(self.commitment)


@tracked
class ProjectTheme(Row):
    """A priority theme to which an action belongs."""

    belongs = row_of("project")

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Theme, verbose_name=_("thème"), on_delete=models.PROTECT, related_name="project_links")

    class Meta:
        verbose_name = _("thème d’une action")
        verbose_name_plural = _("thèmes des actions")
        ordering = ["project", "theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "theme"],
                name="project_theme_unique",
                violation_error_message=_("Ce thème est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return str(self.theme)
