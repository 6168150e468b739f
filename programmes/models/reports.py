"""The annual report: one a campaign, its frozen editions and their files."""

from pathlib import Path
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _

from ..constraints import refusal
from ..enums import CampaignKind, FileFormat, Language, ReportStatus
from ..roles import TableKind
from .base import Row
from .belonging import Belongs, row_of
from .campaigns import Campaign
from .governance import SteeringMeeting
from .stamps import Stamping
from .tracking import sheet_visas, tracked

FROZEN = refusal("edition_frozen", "Une édition figée et ses fichiers ne changent plus.")

KEPT = refusal("edition_kept", "Une édition publiée et ses fichiers ne s’effacent pas.")


def frozen() -> pgtrigger.Trigger:
    """No row is ever updated: what was published stays what it was."""
    return pgtrigger.Trigger(name="frozen", when=pgtrigger.Before, operation=pgtrigger.Update, func=FROZEN)


def kept(edition: str) -> pgtrigger.Trigger:
    """What hangs on a published edition is never deleted; invented reports go away with the demonstration set.

    `edition` is the column that holds the primary key of the edition.
    """
    return pgtrigger.Trigger(
        name="kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT FROM programmes_edition e
                JOIN programmes_editionpublication p ON p.edition_id = e.id
                JOIN programmes_annualreport r ON r.id = e.report_id
                WHERE e.id = {edition} AND NOT r.is_demo
            ) THEN {KEPT} END IF;
            RETURN OLD;
        """,
    )


@tracked
class AnnualReport(Row):
    """The joint report of a campaign. It is published through its editions."""

    belongs = Belongs(kind=TableKind.GOVERNANCE, under=("campaign",), subject=True)

    campaign = models.OneToOneField(
        Campaign, verbose_name=_("campagne"), on_delete=models.PROTECT, related_name="report"
    )
    status = models.CharField(
        _("statut"), max_length=12, choices=ReportStatus, default=ReportStatus.PREPARATION, editable=False
    )
    adopted_in = models.ForeignKey(
        SteeringMeeting,
        verbose_name=_("adopté par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text=_("La réunion ou la procédure écrite qui l’adopte."),
    )
    erratum_reason = models.TextField(
        _("motif de l’erratum"),
        blank=True,
        help_text=_("Demandé à partir de la deuxième édition\u202f; publié avec elle."),
    )

    class Meta:
        verbose_name = _("rapport annuel")
        verbose_name_plural = _("rapports annuels")
        ordering = ["-campaign__year"]
        triggers = [sheet_visas()]

    def __str__(self) -> str:
        return f"{CampaignKind(self.campaign.kind).report_title} {self.campaign.year}"

    @property
    def candidate(self) -> "Edition | None":
        """The edition frozen by the review and not yet published; None out of a review."""
        return self.editions.unpublished().order_by("-number").first()


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions of reports, by what outsiders may read."""

    def unpublished(self) -> Self:
        """Candidates: frozen, not yet public."""
        return self.filter(publication__isnull=True)

    def published(self) -> Self:
        """Editions made public, those withdrawn since included."""
        return self.filter(publication__isnull=False)

    def not_withdrawn(self) -> Self:
        """Editions that no withdrawal struck."""
        return self.filter(withdrawal__isnull=True)

    def visible_to(self, viewer: Any) -> Self:
        """Staff see candidates too; outsiders what was published and not withdrawn."""
        if getattr(viewer, "is_active", False) and getattr(viewer, "is_staff", False):
            return self.all()
        return self.published().not_withdrawn()

    def current(self) -> Self:
        """Of each report, the published edition of highest number without a withdrawal."""
        later = (
            Edition.objects.published().not_withdrawn().filter(report=OuterRef("report"), number__gt=OuterRef("number"))
        )
        return self.published().not_withdrawn().exclude(Exists(later))

    def unread(self) -> Self:
        """Editions of which the search took no passage yet; one without content has none."""
        return self.filter(passages__isnull=True).exclude(content={})

    def listed(self) -> Self:
        """Without the frozen content, which is long; with the files and what parties say of a withdrawal."""
        return self.defer("content", "rests_on").prefetch_related("files", "withdrawal_agreements__party__organisation")

    def pieces(self, *paths: str) -> list[list[Any]]:
        """What stands at places of the frozen content of the one edition, by JSON path, without reading the rest."""
        places = {
            f"piece_{rank}": Func(
                F("content"), Value(path), function="jsonb_path_query_array",
                template="%(function)s(%(expressions)s::jsonpath)", output_field=models.JSONField(),
            )
            for rank, path in enumerate(paths)
        }  # fmt: skip
        return list(self.annotate(**places).values_list(*places).get())

    def latest_first(self) -> Self:
        """The latest year first, then the latest edition, with what a list shows."""
        return (
            self.select_related("report__campaign__protocol", "publication__adopted_in")
            .prefetch_related("files")
            .defer("content")
            .order_by("-report__campaign__year", "report__campaign__kind", "-number")
        )


class Edition(models.Model):
    """A frozen report: its whole content, in each language, never updated. An erratum is a new edition."""

    belongs = row_of("report", kind=TableKind.JOURNAL)

    report = models.ForeignKey(
        AnnualReport, verbose_name=_("rapport"), on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveSmallIntegerField(_("édition"))
    content = models.JSONField(_("contenu figé"), encoder=DjangoJSONEncoder)
    checksum = models.CharField(_("SHA-256 du contenu"), max_length=64)
    reason = models.TextField(_("motif de l’erratum"), blank=True)
    rests_on = models.JSONField(
        _("repose sur"),
        default=dict,
        encoder=DjangoJSONEncoder,
        help_text=_("Les fiches lues, avec leur version et les visas qu’elles portaient."),
    )
    contains_demo = models.BooleanField(_("contient des données de démonstration"), default=False)
    frozen_at = models.DateTimeField(_("figée le"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("figée par"), on_delete=models.PROTECT, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("édition")
        verbose_name_plural = _("éditions")
        ordering = ["report", "number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="edition_unique"),
            models.CheckConstraint(
                name="edition_erratum_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message=_("Un erratum donne son motif."),
            ),
        ]
        triggers = [frozen(), kept("OLD.id")]

    def __str__(self) -> str:
        return f"{self.report}, édition {self.number}"

    @property
    def files_due(self) -> list[tuple[str, str]]:
        """Language and format of each file it has: the report, then its commitments on one page if it tells them."""
        reports = [(str(language), str(FileFormat.PDF)) for language in Language]
        told = [language for language in Language if self.content.get(language, {}).get("glance")]
        return reports + [(str(language), str(FileFormat.PAGE)) for language in told]


class EditionPublication(models.Model):
    """The fact that an edition was made public: a row of its own, since editions are never updated.

    It says what adopted the edition and which visas it had: an erratum later asks for others.
    """

    belongs = row_of("edition", kind=TableKind.JOURNAL)
    seen_everywhere = True  # it opens the sheets of its campaign, on the pages of their records

    edition = models.OneToOneField(
        Edition, verbose_name=_("édition"), on_delete=models.PROTECT, related_name="publication"
    )
    published_at = models.DateTimeField(_("publiée le"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("publiée par"), on_delete=models.PROTECT, related_name="+"
    )
    adopted_in = models.ForeignKey(
        SteeringMeeting,
        verbose_name=_("adoptée par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adopted_editions",
    )
    visas = models.JSONField(_("visas"), default=list, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("publication d’une édition")
        verbose_name_plural = _("publications des éditions")
        triggers = [frozen(), kept("OLD.edition_id"), Stamping()]

    def __str__(self) -> str:
        return f"{self.edition}, {self.published_at:%d/%m/%Y}"


def edition_path(file: "EditionFile", name: str) -> str:
    """Where a file of an edition is stored: a folder a report, a name a reader recognises."""
    campaign = file.edition.report.campaign
    subject = "engagements" if file.format == FileFormat.PAGE else "rapport"
    stem = (
        f"{subject}-{campaign.protocol.reference}-{campaign.year}-{campaign.kind}-{file.edition.number}-{file.language}"
    )
    return f"editions/{file.edition.checksum[:12]}/{stem}{Path(name).suffix}"


class EditionFile(models.Model):
    """A file of an edition in a language: never updated, checked by its SHA-256."""

    belongs = row_of("edition", kind=TableKind.JOURNAL)

    edition = models.ForeignKey(Edition, verbose_name=_("édition"), on_delete=models.CASCADE, related_name="files")
    language = models.CharField(_("langue"), max_length=2, choices=Language)
    format = models.CharField(_("format"), max_length=4, choices=FileFormat)
    file = models.FileField(_("fichier"), upload_to=edition_path, max_length=250)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(_("taille en octets"))
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    made_with = models.JSONField(
        _("fait avec"), default=dict, help_text=_("Versions du code, des bibliothèques et des polices.")
    )

    class Meta:
        verbose_name = _("fichier d’une édition")
        verbose_name_plural = _("fichiers des éditions")
        ordering = ["edition", "-language", "format"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "language", "format"], name="edition_file_unique"),
        ]
        triggers = [frozen(), kept("OLD.edition_id")]

    def __str__(self) -> str:
        return f"{self.edition}, {self.get_language_display()}, {self.get_format_display()}"
