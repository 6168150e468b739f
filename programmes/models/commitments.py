"""What was promised: commitments with their owners and indicators, priority themes."""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from ..enums import ContinuationKind, RecordStatus
from ..roles import TableKind
from .agreement import Party, Protocol, in_force_first
from .base import Record, Row, Slugged, Sourced, VisibleQuerySet
from .belonging import Belongs, row_of
from .laboratories import Laboratory
from .organisations import Person
from .tracking import tracked

M = TypeVar("M", bound=models.Model)


class OfProtocolQuerySet(VisibleQuerySet[M]):
    """Numbered records of a protocol: they are public as long as it is, so that no page names a draft."""

    def published(self) -> Self:
        """Published records of a published protocol."""
        return super().published().filter(protocol__status=RecordStatus.PUBLISHED)

    def latest_protocol_first(self) -> Self:
        """The protocol in force, or the last one, comes first; then the order of the text."""
        return self.select_related("protocol").order_by(*in_force_first("protocol__"), "-protocol", "number")


class CommitmentQuerySet(OfProtocolQuerySet["Commitment"]):
    """Commitments, in the protocol's order."""

    def in_order(self) -> Self:
        """Protocol by protocol, in the order of the text."""
        return self.order_by("protocol", "number")

    def with_indicators(self) -> Self:
        """Load the indicators with their values, year after year."""
        return self.select_related("protocol").prefetch_related("indicators__values")

    def for_page(self) -> Self:
        """Everything the page of one commitment shows of the commitment itself."""
        return self.with_indicators().prefetch_related("owners__party__organisation", "owners__person")


@tracked
class Commitment(Record):
    """A promise of the protocol (engagement), in its official wording; not the budget act."""

    belongs = Belongs(kind=TableKind.FRAME, under=("protocol",), subject=True)

    protocol = models.ForeignKey(
        Protocol, verbose_name=_("protocole"), on_delete=models.PROTECT, related_name="commitments"
    )
    number = models.PositiveSmallIntegerField(_("numéro"))
    wording = models.TextField(_("texte officiel"), help_text=_("À la lettre\u00a0: c’est la promesse elle-même."))
    wording_en = models.TextField(_("texte en anglais"), blank=True, help_text=_("Traduction de courtoisie."))
    label = models.CharField(_("libellé court"), max_length=120)
    label_en = models.CharField(_("libellé court en anglais"), max_length=120, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("engagement")
        verbose_name_plural = _("engagements")
        ordering = ["protocol", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "number"],
                name="commitment_unique",
                violation_error_message=_("Ce numéro d’engagement existe déjà dans le protocole."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.label}"


@tracked
class CommitmentOwner(Row):
    """Who answers for a commitment, for each party."""

    belongs = row_of("commitment", kind=TableKind.FRAME)

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("engagement"), on_delete=models.CASCADE, related_name="owners"
    )
    party = models.ForeignKey(Party, verbose_name=_("partie"), on_delete=models.PROTECT, related_name="owned")
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, null=True, blank=True, related_name="owned"
    )
    function = models.CharField(_("service ou fonction"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("responsable d’un engagement")
        verbose_name_plural = _("responsables des engagements")
        ordering = ["commitment", "party__rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "party"],
                name="commitment_owner_unique",
                violation_error_message=_("Cette partie a déjà un responsable pour cet engagement."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} – {self.person or self.function}"


class ContinuationQuerySet(models.QuerySet["CommitmentContinuation"]):
    """What became of commitments."""

    def visible_to(self, viewer: Any) -> Self:
        """Those that lead to a commitment this viewer may see, or nowhere."""
        return self.filter(Q(successor__isnull=True) | Q(successor__in=Commitment.objects.visible_to(viewer)))

    def of(self, commitment: Any) -> Self:
        """What the next protocol made of this commitment, with the addresses of those that follow."""
        return self.filter(predecessor=commitment).select_related("successor__protocol")


@tracked
class CommitmentContinuation(Row, Sourced):
    """What the next protocol made of a commitment: renewed, changed, merged into another, dropped."""

    belongs = row_of("predecessor", kind=TableKind.FRAME)

    predecessor = models.ForeignKey(
        Commitment, verbose_name=_("engagement d’origine"), on_delete=models.PROTECT, related_name="continued_by"
    )
    successor = models.ForeignKey(
        Commitment,
        verbose_name=_("engagement qui suit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="continues",
    )
    kind = models.CharField(_("suite"), max_length=10, choices=ContinuationKind)

    objects = ContinuationQuerySet.as_manager()

    class Meta:
        verbose_name = _("suite d’un engagement")
        verbose_name_plural = _("suites des engagements")
        ordering = ["predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="continuation_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette suite est déjà inscrite."),
            ),
            models.CheckConstraint(
                name="continuation_dropped_alone",
                condition=Q(kind=ContinuationKind.DROPPED, successor__isnull=True)
                | (~Q(kind=ContinuationKind.DROPPED) & Q(successor__isnull=False) & ~Q(successor=F("predecessor"))),
                violation_error_message=_("Un engagement abandonné n’a pas de suite\u202f; les autres en ont une."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor}\u00a0: {self.get_kind_display()}"


class ThemeQuerySet(OfProtocolQuerySet["Theme"]):
    """Priority themes, in the protocol's order."""

    def with_laboratories(self) -> Self:
        """Load the laboratories attached to each theme, published ones only."""
        links = ThemeLaboratory.objects.of_published_laboratories()
        return self.select_related("protocol").prefetch_related(Prefetch("laboratory_links", links, "shown_links"))


@tracked
class Theme(Record, Slugged):
    """A priority theme (thématique prioritaire) of a protocol."""

    belongs = Belongs(kind=TableKind.FRAME, under=("protocol",), subject=True)

    protocol = models.ForeignKey(Protocol, verbose_name=_("protocole"), on_delete=models.PROTECT, related_name="themes")
    number = models.PositiveSmallIntegerField(_("numéro"))
    label = models.CharField(_("intitulé officiel"), max_length=250)
    label_en = models.CharField(_("intitulé en anglais"), max_length=250, blank=True)
    short_label = models.CharField(_("intitulé court"), max_length=60, blank=True)
    short_label_en = models.CharField(_("intitulé court en anglais"), max_length=60, blank=True)
    summary = models.TextField(_("présentation"), blank=True)
    summary_en = models.TextField(_("présentation en anglais"), blank=True)
    colour = models.PositiveSmallIntegerField(
        _("couleur"), default=1, choices=[(n, str(n)) for n in range(1, 9)], help_text=_("Numéro dans la palette.")
    )
    continues = models.ForeignKey(
        "self",
        verbose_name=_("prolonge le thème"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("thème prioritaire")
        verbose_name_plural = _("thèmes prioritaires")
        ordering = ["protocol", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "number"],
                name="theme_unique",
                violation_error_message=_("Ce numéro de thème existe déjà dans le protocole."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.label}"


class ThemeLaboratoryQuerySet(models.QuerySet["ThemeLaboratory"]):
    """Links between themes and laboratories."""

    def of_published_themes(self) -> Self:
        """The themes of a laboratory that outsiders may see, in their order."""
        themes = Theme.objects.published()
        return self.filter(theme__in=themes).select_related("theme").order_by("-theme__protocol", "theme__number")

    def of_published_laboratories(self) -> Self:
        """The laboratories of a theme that outsiders may see."""
        return self.filter(laboratory__in=Laboratory.objects.published()).select_related("laboratory")


@tracked
class ThemeLaboratory(Row, Sourced):
    """A laboratory attached to a theme; a proposal until the partners confirm it."""

    belongs = row_of("theme", kind=TableKind.FRAME)

    theme = models.ForeignKey(Theme, verbose_name=_("thème"), on_delete=models.CASCADE, related_name="laboratory_links")
    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.PROTECT, related_name="theme_links"
    )
    is_confirmed = models.BooleanField(
        _("confirmé par les partenaires"), default=False, help_text=_("Sinon, la page dit que c’est une proposition.")
    )

    objects = ThemeLaboratoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("laboratoire d’un thème")
        verbose_name_plural = _("laboratoires des thèmes")
        ordering = ["theme", "laboratory__acronym"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "laboratory"],
                name="theme_laboratory_unique",
                violation_error_message=_("Ce laboratoire est déjà rattaché au thème."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme.number} – {self.laboratory}"
