"""The life of a thesis: supervision, registrations, contract, follow-up, what came after."""

from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.constraints import in_order
from programmes.models import Laboratory, Organisation, Person
from programmes.models.base import Row
from programmes.models.belonging import row_of
from programmes.models.tracking import tracked
from projects.models import Output, Project

from ..enums import ContractEventKind, OutcomeKind, SupervisionRole
from .theses import Thesis


@tracked
class Supervision(Row):
    """Who supervises a thesis: director, co-director with the HDR, co-advisor without it."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="supervisions")
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="supervisions"
    )
    role = models.CharField(_("rôle"), max_length=1, choices=SupervisionRole)
    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("encadrement")
        verbose_name_plural = _("encadrements")
        ordering = ["thesis", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["thesis", "person"],
                name="supervision_person_unique",
                violation_error_message=_("Cette personne encadre déjà la thèse."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"


@tracked
class Registration(Row):
    """A registration for an academic year, known by the year in which it begins."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="registrations")
    year = models.PositiveSmallIntegerField(_("année universitaire"), validators=[MinValueValidator(1900)])
    registered_on = models.DateField(_("inscription le"), null=True, blank=True)

    class Meta:
        verbose_name = _("inscription")
        verbose_name_plural = _("inscriptions")
        ordering = ["thesis", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["thesis", "year"],
                name="registration_unique",
                violation_error_message=_("Cette année est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.year + 1}"


@tracked
class ContractEvent(Row):
    """What changed the end of a contract: extra days and the new end, never the nature of a leave."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(
        Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="contract_events"
    )
    kind = models.CharField(_("nature"), max_length=10, choices=ContractEventKind)
    happened_on = models.DateField(_("date d’effet"))
    extra_days = models.PositiveIntegerField(_("jours ajoutés"), default=0)
    new_end_date = models.DateField(_("nouvelle fin du contrat"), null=True, blank=True)

    class Meta:
        verbose_name = _("événement du contrat")
        verbose_name_plural = _("événements du contrat")
        ordering = ["thesis", "happened_on"]
        constraints = [
            in_order("contract_event_dates", "happened_on", "new_end_date", "La nouvelle fin suit la date d’effet."),
            models.UniqueConstraint(
                fields=["thesis", "kind", "happened_on"],
                name="contract_event_unique",
                violation_error_message=_("Cet événement est déjà inscrit."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.happened_on:%d/%m/%Y}"


@tracked
class FollowUp(Row):
    """The date on which the comité de suivi individuel met; never what it said."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="follow_ups")
    held_on = models.DateField(_("réuni le"))

    class Meta:
        verbose_name = _("comité de suivi individuel")
        verbose_name_plural = _("comités de suivi individuel")
        ordering = ["thesis", "held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["thesis", "held_on"],
                name="follow_up_unique",
                violation_error_message=_("Ce comité est déjà inscrit."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d/%m/%Y}"


@tracked
class Outcome(Row):
    """The first job after the doctorate; shown in aggregates of five or more only."""

    belongs = row_of("thesis")

    thesis = models.OneToOneField(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="outcome")
    kind = models.CharField(_("premier emploi"), max_length=16, choices=OutcomeKind)
    known_on = models.DateField(_("connu le"), null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("employeur"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("premier emploi")
        verbose_name_plural = _("premiers emplois")
        ordering = ["thesis"]

    def __str__(self) -> str:
        return self.get_kind_display()


class ThesisOutputQuerySet(models.QuerySet["ThesisOutput"]):
    """Outputs of theses."""

    def shown_of(self, thesis: Any) -> Self:
        """What outsiders may see of a thesis: outputs of published actions, the latest first."""
        rows = self.filter(thesis=thesis, output__project__in=Project.objects.published())
        return rows.select_related("output").order_by("-output__year", "output__title")


@tracked
class ThesisOutput(Row):
    """An output of an action that came out of a thesis."""

    belongs = row_of("thesis")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="output_links")
    output = models.ForeignKey(
        Output, verbose_name=_("production"), on_delete=models.CASCADE, related_name="thesis_links"
    )

    objects = ThesisOutputQuerySet.as_manager()

    class Meta:
        verbose_name = _("production d’une thèse")
        verbose_name_plural = _("productions des thèses")
        ordering = ["thesis", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["thesis", "output"],
                name="thesis_output_unique",
                violation_error_message=_("Cette production est déjà inscrite."),
            )
        ]

    def __str__(self) -> str:
        return str(self.output)
