"""Accounts: who may log in, for which organisation, in which role."""

from functools import cached_property
from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, Group, PermissionsMixin
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from ..constraints import together
from ..roles import Role, TableKind
from .base import Row
from .belonging import Belongs
from .tracking import tracked

CALENDAR_EMAIL = "calendrier@systeme.invalid"
RESPONDENT_EMAIL = "lien-de-reponse@systeme.invalid"


class UserManager(BaseUserManager["User"]):
    """Makes accounts; the e-mail address is the login, unique without case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of an e-mail address, however typed."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An account; without a password nobody can log in with it."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An account that may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def with_roles(self) -> models.QuerySet["User"]:
        """Accounts that know their roles without another query."""
        held = Group.objects.filter(user=models.OuterRef("pk"), name__in=Role.values)
        return self.annotate(held_roles=ArraySubquery(held.order_by("name").values("name")))

    def people(self) -> models.QuerySet["User"]:
        """Accounts of persons: all but the calendar's and the respondents'."""
        return self.exclude(email__in=(CALENDAR_EMAIL, RESPONDENT_EMAIL))

    def calendar(self) -> "User":
        """The account *Calendrier*, author of what stored dates and loads do; made at its first use."""
        fields = {"full_name": "Calendrier", "is_active": False, "is_staff": False, "password": "!"}
        return self.get_or_create(email=CALENDAR_EMAIL, defaults=fields)[0]

    def respondents(self) -> "User":
        """The account *Lien de réponse*, in whose name respondents without one of their own act; the trail names them.

        Nobody logs in with it. Made at its first use.
        """
        fields = {"full_name": "Lien de réponse", "is_active": False, "is_staff": False, "password": "!"}
        return self.get_or_create(email=RESPONDENT_EMAIL, defaults=fields)[0]


@tracked
class User(AbstractBaseUser, PermissionsMixin, Row):
    """An account of a member of staff: belongs to an organisation and acts for its party in every protocol.

    Closed, never deleted: authors of changes are protected.
    """

    belongs = Belongs(kind=TableKind.ACCOUNT)

    email = models.EmailField(_("adresse électronique"), unique=True)
    full_name = models.CharField(_("nom complet"), max_length=150)
    organisation = models.ForeignKey(
        "programmes.Organisation",
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        help_text=_("La personne agit pour la partie de cet organisme dans chaque protocole."),
    )
    is_staff = models.BooleanField(_("accès à l’administration"), default=True)
    is_active = models.BooleanField(_("compte ouvert"), default=True)
    joined_on = models.DateTimeField(_("ouvert le"), auto_now_add=True)
    closed_at = models.DateTimeField(_("clos le"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        "self",
        verbose_name=_("clos par"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")
        ordering = ["full_name", "email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message=_("Un compte existe déjà avec cette adresse."),
            ),
            together("user_closed_pair", "closed_at", "closed_by", "Une clôture a une date et un auteur."),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    @property
    def is_calendar(self) -> bool:
        """Whether this is the account of stored dates and loads."""
        return self.email == CALENDAR_EMAIL

    @property
    def is_respondents(self) -> bool:
        """Whether this is the account of those who answer by a personal link."""
        return self.email == RESPONDENT_EMAIL

    @cached_property
    def roles(self) -> frozenset[str]:
        """Roles of staff held through groups; an administrator holds them all."""
        known: list[str] | None = getattr(self, "held_roles", None)
        names = self.groups.filter(name__in=Role.values).values_list("name", flat=True) if known is None else known
        held = frozenset(names)
        return frozenset(Role.values) if self.is_superuser or Role.ADMINISTRATOR in held else held

    def has_role(self, role: Role) -> bool:
        """Whether this account holds a role, directly or as administrator."""
        return self.is_active and role in self.roles


class RoleHeldManager(models.Manager["RoleHeld"]):
    """Roles held, with the group that names each."""

    def get_queryset(self) -> models.QuerySet["RoleHeld"]:
        return super().get_queryset().select_related("group")


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.DeleteEvent(),
    obj_field=None,
    model_name="RoleHeldHistory",
    meta={"default_permissions": ()},
)
class RoleHeld(User.groups.through):  # type: ignore[name-defined]
    """A role that an account holds: Django's own link, put in the trail. A role given or taken is a new version."""

    objects = RoleHeldManager()

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("rôle tenu")
        verbose_name_plural = _("rôles tenus")
        triggers = [
            pgtrigger.Trigger(
                name="count_version_of_account",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Delete,
                declare=[("account", "bigint")],
                func="""
                    account := CASE TG_OP WHEN 'INSERT' THEN NEW.user_id ELSE OLD.user_id END;
                    UPDATE programmes_user SET version = version + 1 WHERE id = account;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return str(dict(Role.choices).get(self.group.name, self.group.name))
