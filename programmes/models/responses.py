"""Links of respondents: the personal address by which somebody without an account answers in a campaign."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .. import tokens
from ..constraints import together
from ..enums import CampaignStatus, Language
from ..roles import TableKind
from .base import Row
from .belonging import Belongs, row_of
from .campaigns import Campaign
from .organisations import Person
from .tracking import tracked


class ResponseLinkQuerySet(models.QuerySet["ResponseLink"]):
    """Links, by whether they still open something."""

    def live(self) -> Self:
        """Those of an open campaign that nobody has revoked, nor the link from which they were given."""
        today = localdate()
        kept = Q(given_by__isnull=True) | Q(given_by__revoked_at__isnull=True)
        open_still = Q(campaign__closes_on__isnull=True) | Q(campaign__closes_on__gte=today)
        return self.filter(kept, open_still, campaign__status=CampaignStatus.OPEN, revoked_at__isnull=True)

    def of_token(self, token: str, *, lock: bool = False) -> "ResponseLink | None":
        """The live link that this token opens; None whatever the reason. The same query for every token.

        `lock`: nobody revokes it before the transaction ends.
        """
        found = self.live().filter(tokens__token_hash=tokens.digest(token), tokens__ended_at__isnull=True).with_names()
        return (found.select_for_update(of=("self",)) if lock else found).order_by("pk").first()

    def with_names(self) -> Self:
        """Load whose link it is."""
        return self.select_related("person", "campaign__protocol", "given_by__person", "content_type")

    def personal(self) -> Self:
        """Those of respondents themselves, without those handed over to colleagues."""
        return self.filter(given_by__isnull=True)


@tracked
class ResponseLink(Row):
    """The personal address sent to a respondent for one campaign; or the one that a respondent gave to a colleague,
    for one sheet. Its tokens are stored apart, hashed.
    """

    belongs = Belongs(kind=TableKind.GOVERNANCE, under=("campaign",))
    seen_everywhere = False

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campagne"), on_delete=models.CASCADE, related_name="response_links"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("répondant"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="response_links",
    )
    email = models.EmailField(_("envoyé à"))
    language = models.CharField(_("langue"), max_length=2, choices=Language, default=Language.FRENCH)
    given_by = models.ForeignKey(
        "self",
        verbose_name=_("confié par"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="given",
    )
    content_type = models.ForeignKey(
        ContentType,
        verbose_name=_("nature de la fiche confiée"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
    )
    object_id = models.PositiveBigIntegerField(_("fiche confiée"), null=True, blank=True, editable=False)
    sheet = GenericForeignKey("content_type", "object_id")
    sent_on = models.DateTimeField(_("envoyé le"), null=True, blank=True, editable=False)
    reminded_on = models.DateTimeField(_("relancé le"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("révoqué le"), null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("révoqué par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects: ClassVar[Any] = ResponseLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("lien de réponse")
        verbose_name_plural = _("liens de réponse")
        ordering = ["campaign", "person", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "person"],
                name="response_link_unique",
                violation_error_message=_("Cette personne a déjà un lien pour la campagne."),
            ),
            models.UniqueConstraint(
                fields=["given_by", "content_type", "object_id", "email"],
                name="response_link_given_once",
                violation_error_message=_("Cette fiche est déjà confiée à cette adresse."),
            ),
            models.CheckConstraint(
                name="response_link_of_whom",
                condition=Q(person__isnull=False, given_by__isnull=True, content_type__isnull=True)
                | Q(person__isnull=True, given_by__isnull=False, content_type__isnull=False, object_id__isnull=False),
                violation_error_message=_("Un lien est celui d’un répondant, ou d’un collègue pour une fiche."),
            ),
            together("response_link_revoked", "revoked_at", "revoked_by", "Une révocation a une date et un auteur."),
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.campaign}"

    @property
    def who(self) -> str:
        """Who answers by it: a person, or an address to which a person gave a sheet."""
        return str(self.person) if self.person else self.email

    @property
    def is_revoked(self) -> bool:
        """Whether somebody has ended it, or the link from which it was given."""
        return bool(self.revoked_at or (self.given_by and self.given_by.revoked_at))


@tracked
class ResponseToken(Row):
    """A token of a link, as its SHA-256. Each mail carries one of its own: a hash cannot be mailed twice.

    Those of earlier mails go on opening the link, so that whoever answers the first mail after a reminder is not sent
    away; a revocation, or a link sent anew, ends them all.
    """

    belongs = row_of("link", kind=TableKind.GOVERNANCE)
    seen_everywhere = False

    link = models.ForeignKey(ResponseLink, verbose_name=_("lien"), on_delete=models.CASCADE, related_name="tokens")
    token_hash = models.CharField(_("empreinte"), max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("créé le"), auto_now_add=True)
    ended_at = models.DateTimeField(_("sans effet depuis le"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("jeton d’un lien de réponse")
        verbose_name_plural = _("jetons des liens de réponse")
        ordering = ["link", "made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.link}, {self.made_at:%d/%m/%Y}"
