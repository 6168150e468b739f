"""Co-funded theses."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programmes.constraints import in_order, together
from programmes.enums import RecordStatus
from programmes.fields import IdentifierField
from programmes.identifiers import Scheme
from programmes.models import Laboratory, Organisation, Person, Theme
from programmes.models.base import Newest, Plain, Record, Row, Slugged, alike, french
from programmes.models.belonging import Belongs, TableKind, row_of
from programmes.models.searching import SearchedQuerySet
from programmes.models.tracking import tracked
from projects.models import Project

from ..enums import NameGround, ThesisResult, ThesisState
from .naming import may_be_named
from .schools import DoctoralSchool

PUBLIC, SHOWN = Q(status=RecordStatus.PUBLISHED), Q(status=RecordStatus.PUBLISHED, title_is_public=True)
BESIDE, LATEST = ("project", "laboratory"), F("registered_on").desc()


class ThesisQuerySet(SearchedQuerySet["Thesis"]):
    """Co-funded theses, in the words of the trade."""

    def published(self) -> Self:
        """Theses that outsiders may see: published, in a state with a public page, whose title may be shown."""
        return super().published().with_page()

    def with_page(self) -> Self:
        """Theses in a state with a public page, whose title may be shown."""
        return self.filter(state__in=ThesisState.public(), title_is_public=True)

    def of_protocol(self, protocol: object) -> Self:
        """Theses whose action serves a commitment of this protocol."""
        return self.filter(project__commitment_links__commitment__protocol=protocol).distinct()

    def for_list(self) -> Self:
        """Load what a line of a table shows in the report."""
        links = ThesisTheme.objects.filter(theme__in=Theme.objects.published()).select_related("theme")
        return self.select_related("laboratory", "school", "candidate").prefetch_related(
            Prefetch("theme_links", links.order_by("theme__number")), "fundings__organisation"
        )

    def for_page(self) -> Self:
        """Load what a page to print and a reference of one thesis show."""
        rows = self.for_list().select_related("project", "registering_body", "awarding_body", "cotutelle_body")
        return rows.prefetch_related("supervisions__person__identifiers")

    def readable(self) -> Q:
        """An abstract that is kept back is not searched."""
        return Q(confidential_until__isnull=True) | Q(confidential_until__lt=localdate())

    def named(self, today: Any = None) -> Q:
        """Theses whose page names the candidate: what `public_candidate` says, as a question."""
        return may_be_named(today)

    def begun(self) -> Self:
        """Theses whose candidate was registered, whatever became of them."""
        return self.filter(state__in=ThesisState.begun())

    def under_way(self, first: date, last: date) -> Self:
        """Begun by the end of a period and neither defended nor ended before its first day."""
        over = Q(defended_on__lt=first) | Q(ended_on__lt=first)
        return self.begun().exclude(registered_on__gt=last).exclude(over)

    def registered_in(self, year: int) -> Self:
        """First registrations of the academic year begun in that civil year."""
        return self.registered_in_any([year])

    def before(self, day: date) -> Self:
        """Begun before a day: the starting point, counted apart from results."""
        return self.filter(registered_on__lt=day)

    def registered_in_any(self, years: Iterable[int]) -> Self:
        """First registrations of several academic years."""
        chosen = Q(pk__in=[])
        for year in years:
            chosen |= Q(registered_on__gte=date(year, 8, 1), registered_on__lt=date(year + 1, 8, 1))
        return self.filter(chosen)

    def registered_from(self, year: int) -> Self:
        """First registered in the academic year begun in a civil year, or later."""
        return self.filter(registered_on__gte=date(year, 8, 1))

    def registered_until(self, year: int) -> Self:
        """First registered in the academic year begun in a civil year, or before."""
        return self.filter(registered_on__lt=date(year + 1, 8, 1))

    def open_subjects(self) -> Self:
        """Subjects that a person published and a vote retained, without a candidate; the latest first.

        They have no page of their own yet. Those that are only filed or ranked are between the partners.
        """
        subjects = self.filter(SHOWN, state=ThesisState.SELECTED, candidate__isnull=True)
        return subjects.select_related("laboratory").order_by("-pk")


@tracked
class Thesis(Record, Slugged):
    """A co-funded thesis; the bodies that register, award and employ it differ (facts A8). No name in its address."""

    belongs = Belongs(kind=TableKind.RECORD, under=("project",), subject=True)
    shown_on = ("theme_links__theme", "project__commitment_links__commitment", "evidence__sheet__commitment")

    project = models.ForeignKey(
        Project, verbose_name=_("action"), on_delete=models.PROTECT, related_name="theses",
        help_text=_("L’action de cofinancement doctoral, sauf si la thèse relève d’une autre."),
    )  # fmt: skip
    title = models.CharField(_("titre"), max_length=400)
    title_en = models.CharField(_("titre en anglais"), max_length=400, blank=True)
    abstract = models.TextField(_("résumé"), blank=True)
    abstract_en = models.TextField(_("résumé en anglais"), blank=True)
    keywords = models.CharField(_("mots clés"), max_length=300, blank=True, help_text=_("Séparés par des virgules."))
    keywords_en = models.CharField(_("mots clés en anglais"), max_length=300, blank=True)
    discipline = models.CharField(_("discipline"), max_length=120, blank=True)
    discipline_en = models.CharField(_("discipline en anglais"), max_length=120, blank=True)
    candidate = models.ForeignKey(
        Person, verbose_name=_("doctorant ou doctorante"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses",
    )  # fmt: skip
    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.PROTECT, related_name="theses"
    )
    school = models.ForeignKey(
        DoctoralSchool, verbose_name=_("école doctorale"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses",
    )  # fmt: skip
    registering_body = models.ForeignKey(
        Organisation, verbose_name=_("établissement d’inscription"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses_registered",
    )  # fmt: skip
    awarding_body = models.ForeignKey(
        Organisation, verbose_name=_("établissement de délivrance"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses_awarded",
    )  # fmt: skip
    employer = models.ForeignKey(
        Organisation, verbose_name=_("employeur"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses_employed",
    )  # fmt: skip
    cotutelle_body = models.ForeignKey(
        Organisation, verbose_name=_("établissement de cotutelle"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="theses_cotutelle",
    )  # fmt: skip
    is_cifre = models.BooleanField(_("CIFRE"), default=False)
    state = models.CharField(_("état"), max_length=14, choices=ThesisState, default=ThesisState.FILED)
    registered_on = models.DateField(_("première inscription"), null=True, blank=True)
    contract_ends_on = models.DateField(_("fin du contrat"), null=True, blank=True)
    planned_defence = models.DateField(_("soutenance prévue"), null=True, blank=True)
    defended_on = models.DateField(_("soutenue le"), null=True, blank=True)
    ended_on = models.DateField(_("abandon ou transfert"), null=True, blank=True)
    result = models.CharField(_("résultat"), max_length=8, choices=ThesisResult, blank=True)
    nnt = IdentifierField("NNT", scheme=Scheme.NNT, null=True, blank=True, unique=True)
    subject_number = IdentifierField(
        _("numéro de sujet (theses.fr)"), scheme=Scheme.SUBJECT, null=True, blank=True, unique=True
    )
    hal_id = IdentifierField("HAL", scheme=Scheme.HAL_DOCUMENT, blank=True)
    confidential_until = models.DateField(_("confidentielle jusqu’au"), null=True, blank=True)
    title_is_public = models.BooleanField(_("le titre peut être publié"), default=True)
    name_is_public = models.BooleanField(_("le nom peut être publié"), default=False)
    name_ground = models.CharField(_("à quel titre"), max_length=10, choices=NameGround, blank=True)
    name_public_at = models.DateTimeField(_("publié depuis le"), null=True, blank=True)
    name_public_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("décidé par"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    search = models.GeneratedField(
        expression=SearchVector("title", "keywords", weight="A", config="fr")
        + SearchVector("title_en", "keywords_en", weight="B", config="english")
        + SearchVector("abstract", weight="C", config="fr")
        + SearchVector("abstract_en", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ThesisQuerySet.as_manager()

    class Meta:
        verbose_name = _("thèse")
        verbose_name_plural = _("thèses")
        ordering = ["-registered_on", *french("title")]
        indexes = [
            GinIndex(fields=["search"], name="thesis_search"),
            alike("thesis_alike", "title", "title_en", "keywords"),
            alike("thesis_reference_spelled", "reference"),
            models.Index(F("registered_on").desc(), Plain("title"), name="thesis_order"),
            models.Index(Newest("registered_on"), Plain("title"), "id", condition=PUBLIC, name="thesis_newest"),
            models.Index(Plain("title"), "id", condition=PUBLIC, name="thesis_titles"),
            models.Index(Newest("defended_on"), Plain("title"), "id", condition=PUBLIC, name="thesis_defences"),
            models.Index(
                *("state", "laboratory", "school", "project", "registered_on", "id"),
                include=["is_demo"],
                condition=SHOWN,
                name="thesis_counted",
            ),
            # What the page of an action or a laboratory counts, few bytes a thesis, and the latest, which it shows.
            *(models.Index(of, "state", "is_demo", condition=SHOWN, name=f"thesis_of_{of}") for of in BESIDE),
            *(models.Index(of, LATEST, "id", condition=SHOWN, name=f"thesis_latest_{of}") for of in BESIDE),
            models.Index("hal_id", name="thesis_hal"),
        ]
        constraints = [
            in_order(
                "thesis_dates", "registered_on", "defended_on", "Une thèse est soutenue après la première inscription."
            ),
            in_order(
                "thesis_contract_dates",
                "registered_on",
                "contract_ends_on",
                "Le contrat finit après la première inscription.",
            ),
            models.CheckConstraint(
                name="thesis_defended_has_date",
                condition=Q(state=ThesisState.DEFENDED, defended_on__isnull=False)
                | (~Q(state=ThesisState.DEFENDED) & Q(defended_on__isnull=True)),
                violation_error_message=_("Une thèse soutenue, et elle seule, a une date de soutenance."),
            ),
            models.CheckConstraint(
                name="thesis_nnt_after_defence",
                condition=Q(nnt__isnull=True) | Q(defended_on__isnull=False),
                violation_error_message=_("Un NNT n’est donné qu’à une thèse soutenue."),
            ),
            models.CheckConstraint(
                name="thesis_result_after_defence",
                condition=Q(result="") | Q(defended_on__isnull=False),
                violation_error_message=_("Un résultat n’est donné qu’à une thèse soutenue."),
            ),
            models.CheckConstraint(
                name="thesis_name_ground",
                condition=Q(name_is_public=False) | (~Q(name_ground="") & Q(name_public_at__isnull=False)),
                violation_error_message=_("Publier un nom demande à quel titre et depuis quand."),
            ),
            together(
                "thesis_name_public_pair", "name_public_at", "name_public_by", "Une décision a une date et un auteur."
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """An empty number is no number: several theses may lack one. Raises ValidationError for a defence to come."""
        self.nnt = self.nnt or None
        self.subject_number = self.subject_number or None
        if self.defended_on and self.defended_on > localdate():
            raise ValidationError(
                {"defended_on": "Une soutenance à venir se note dans «\u00a0soutenance prévue\u00a0»."}
            )

    @property
    def shown_state(self) -> ThesisState:
        """Its state, with its word and its tone."""
        return ThesisState(self.state)

    @property
    def public_candidate(self) -> Person | None:
        """The candidate when the name may be shown: after a defence with success, or on a recorded ground."""
        past = self.defended_on is not None and self.defended_on <= localdate()
        passed = self.state == ThesisState.DEFENDED and past and self.result != ThesisResult.REFERRED
        return self.candidate if passed or self.name_is_public else None

    def is_confidential_on(self, day: date) -> bool:
        """Whether its abstract is kept back on a day."""
        return self.confidential_until is not None and self.confidential_until >= day


@tracked
class ThesisTheme(Row):
    """A priority theme to which a thesis belongs."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(Theme, verbose_name=_("thème"), on_delete=models.PROTECT, related_name="thesis_links")

    class Meta:
        verbose_name = _("thème d’une thèse")
        verbose_name_plural = _("thèmes des thèses")
        ordering = ["thesis", "theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["thesis", "theme"],
                name="thesis_theme_unique",
                violation_error_message=_("Ce thème est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return str(self.theme)
