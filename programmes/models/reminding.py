"""How each member of staff is reminded: how often, when that was last looked at, and by which calendar."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models

from .. import tokens
from .accounts import User


class Pace(models.TextChoices):
    """How often somebody wants to be reminded; one mail a day at most, whatever the pace."""

    DATES = "dates", "Avant et après chaque échéance, et le lendemain d’une nouveauté"
    WEEKLY = "weekly", "Une fois par semaine, le lundi"
    RETURNED = "returned", "Seulement quand une fiche m’est renvoyée"
    NONE = "none", "Jamais"


class ReminderSettingsQuerySet(models.QuerySet["ReminderSettings"]):
    """The choices of members of staff."""

    def to_look_at(self, today: date) -> Self:
        """Open accounts of persons that nobody has looked at today."""
        people = User.objects.people().filter(is_active=True)
        return self.filter(user__in=people).exclude(looked_on=today).order_by("pk")

    def complete(self) -> None:
        """Give everybody the usual pace who has made no choice yet."""
        without = User.objects.people().filter(is_active=True, reminder_settings__isnull=True)
        rows = (self.model(user=user, is_demo=user.is_demo) for user in without)
        self.bulk_create(rows, ignore_conflicts=True)

    def of(self, user: User) -> "ReminderSettings":
        """The choice of somebody, the usual one until they make theirs."""
        return self.get_or_create(user=user, defaults={"is_demo": user.is_demo})[0]

    def of_calendar(self, token: str) -> "ReminderSettings | None":
        """Whose calendar has this secret address; None for one that was withdrawn, or of a closed account."""
        found = self.filter(calendar_hash=tokens.digest(token), user__is_active=True)
        return found.select_related("user__organisation").first()


class ReminderSettings(models.Model):
    """The choice of a member of staff."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name="compte", on_delete=models.CASCADE, related_name="reminder_settings"
    )
    pace = models.CharField("rappels", max_length=10, choices=Pace, default=Pace.DATES)
    looked_on = models.DateField("examiné le", null=True, blank=True, editable=False)
    calendar_hash = models.CharField("empreinte", max_length=64, unique=True, null=True, blank=True, editable=False)
    calendar_made_at = models.DateTimeField("adresse créée le", null=True, blank=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)

    objects = ReminderSettingsQuerySet.as_manager()

    class Meta:
        verbose_name = "rappels d’un compte"
        verbose_name_plural = "rappels des comptes"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user}, {self.get_pace_display()}"
