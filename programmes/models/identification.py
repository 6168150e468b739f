"""The numbers by which registers know bodies and people."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import identifiers
from ..constraints import exactly_one, in_order
from ..roles import TableKind
from .base import Row, Sourced
from .belonging import Belongs
from .laboratories import Laboratory
from .organisations import Organisation, Person
from .tracking import tracked


@tracked
class Identifier(Row, Sourced):
    """A number by which a register knows a body or a person: a body may have none, or two (GANIL)."""

    belongs = Belongs(kind=TableKind.DIRECTORY)

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="identifiers",
    )
    laboratory = models.ForeignKey(
        Laboratory,
        verbose_name=_("laboratoire"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="identifiers",
    )
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.CASCADE, null=True, blank=True, related_name="identifiers"
    )
    scheme = models.CharField(_("référentiel"), max_length=20, choices=identifiers.Scheme)
    value = models.CharField(_("valeur"), max_length=80)
    note = models.CharField(_("précision"), max_length=120, blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)
    checked_on = models.DateField(_("vérifié le"), null=True, blank=True)

    class Meta:
        verbose_name = _("identifiant")
        verbose_name_plural = _("identifiants")
        ordering = ["scheme", "value"]
        constraints = [
            exactly_one(
                "identifier_one_holder",
                "organisation",
                "laboratory",
                "person",
                message="Un identifiant appartient à un organisme, à un laboratoire ou à une personne.",
            ),
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="identifier_unique",
                violation_error_message=_("Cet identifiant est déjà inscrit."),
            ),
            in_order("identifier_dates", "since", "until", "Un identifiant finit après avoir commencé."),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"

    def clean(self) -> None:
        """Normalise the value and check its digits. Raises ValidationError naming what is wrong."""
        if not self.scheme or not self.value:
            return
        try:
            self.value = identifiers.parse(identifiers.Scheme(self.scheme), self.value).value
        except ValidationError as error:
            raise ValidationError({"value": error.messages}) from error

    @property
    def url(self) -> str:
        """The address of this entry in its register; empty when the register has none."""
        return identifiers.Identifier(identifiers.Scheme(self.scheme), self.value).url
