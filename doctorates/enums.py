"""The words of the co-funded theses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ThesisState(models.TextChoices):
    """Where a thesis stands in the world; E, S, A, U are SyGAL's letters (standards B11)."""

    FILED = "filed", _("déposée")
    RANKED = "ranked", _("classée")
    SELECTED = "selected", _("retenue par un vote")
    IN_PROGRESS = "E", _("en préparation")
    DEFENDED = "S", _("soutenue")
    DISCONTINUED = "A", _("abandonnée")
    TRANSFERRED = "U", _("transférée")
    WITHOUT_EFFECT = "without_effect", _("sans suite")

    @property
    def tone(self) -> str:
        """The key of its colour and icon; its word always stands beside them."""
        return {self.IN_PROGRESS: "on_track", self.DEFENDED: "reached"}.get(self, "unknown")

    @classmethod
    def public(cls) -> tuple["ThesisState", ...]:
        """States with a public page; a discontinued thesis counts in aggregates only."""
        return cls.IN_PROGRESS, cls.DEFENDED, cls.TRANSFERRED

    @classmethod
    def begun(cls) -> tuple["ThesisState", ...]:
        """States of a thesis whose candidate was registered."""
        return cls.IN_PROGRESS, cls.DEFENDED, cls.DISCONTINUED, cls.TRANSFERRED


class ThesisResult(models.TextChoices):
    """The result of a defence."""

    PASSED = "admis", _("admis")
    REFERRED = "ajourné", _("ajourné")


class SupervisionRole(models.TextChoices):
    """Roles of SyGAL: D, K, B."""

    SUPERVISOR = "D", _("direction de thèse")
    CO_SUPERVISOR = "K", _("codirection")
    CO_ADVISOR = "B", _("coencadrement")


class NameGround(models.TextChoices):
    """Why a candidate's name may be published (standards B5)."""

    DEFENCE = "defence", _("thèse soutenue")
    THESES_FR = "theses_fr", _("déjà public sur theses.fr")
    NOTICE = "notice", _("personne informée, sans opposition")


class ContractEventKind(models.TextChoices):
    """What happened to a contract; never the nature of a leave."""

    EXTENSION = "extension", _("prolongation")
    SUSPENSION = "suspension", _("suspension")
    GAP = "gap", _("césure")
    END = "end", _("fin anticipée")


class OutcomeKind(models.TextChoices):
    """First job after the doctorate, shown in aggregates only."""

    PUBLIC_RESEARCH = "public_research", _("recherche publique")
    COMPANY = "company", _("entreprise")
    POSTDOC = "postdoc", _("post-doctorat")
    TEACHING = "teaching", _("enseignement")
    OTHER = "other", _("autre")
