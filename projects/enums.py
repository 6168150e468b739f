"""The words of the joint actions and of the money."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProjectKind(models.TextChoices):
    """What kind of joint action it is."""

    EQUIPMENT = "equipment", _("équipement")
    CONSORTIUM = "consortium", _("consortium")
    RESEARCH = "research", _("projet de recherche")
    FELLOWSHIPS = "fellowships", _("programme d’accueil de chercheurs")
    CHAIR = "chair", _("chaire d’excellence")
    DOCTORAL = "doctoral", _("cofinancement de thèses")
    EVENTS = "events", _("cycle de manifestations")
    MEASURE = "measure", _("mesure d’une action")


class ProjectState(models.TextChoices):
    """Where a joint action stands in the world; a fact, not a workflow."""

    PROPOSED = "proposed", _("proposée")
    RUNNING = "running", _("en cours")
    COMPLETED = "completed", _("achevée")
    STOPPED = "stopped", _("arrêtée")

    @property
    def tone(self) -> str:
        """The key of its colour and icon; its word always stands beside them."""
        tones = {self.RUNNING: "on_track", self.COMPLETED: "reached", self.STOPPED: "returned"}
        return tones.get(self, "unknown")


class ParticipationRole(models.TextChoices):
    """What a body does in a joint action. Who pays is told by the money, not here."""

    LEAD = "lead", _("pilote")
    COORDINATOR = "coordinator", _("coordinateur")
    LEAD_INSTITUTION = "lead_institution", _("établissement support")
    PARTNER = "partner", _("partenaire")
    HOST = "host", _("hébergement")
    INFRASTRUCTURE = "infrastructure", _("infrastructure nationale d’accès")
    MAKER = "maker", _("constructeur")
    FUNDER = "funder", _("financeur")


class TeamRole(models.TextChoices):
    """What a person does in a joint action."""

    LEAD = "lead", _("porteur")
    HOLDER = "holder", _("titulaire")
    CO_HOLDER = "co_holder", _("cotitulaire")
    COORDINATION = "coordination", _("coordination scientifique")
    PRESIDENT = "president", _("présidence")
    SENIOR = "senior", _("collège senior")
    JUNIOR = "junior", _("collège junior")
    FELLOW = "fellow", _("chercheur accueilli")
    MEMBER = "member", _("membre")


class OutputKind(models.TextChoices):
    """What a joint action produced."""

    PUBLICATION = "publication", _("publication")
    DATA_SET = "data_set", _("jeu de données")
    SOFTWARE = "software", _("logiciel")
    PATENT = "patent", _("brevet")
    EXHIBITION = "exhibition", _("exposition")
    OTHER = "other", _("autre production")


class ContributionNature(models.TextChoices):
    """In which form a funder contributes."""

    GRANT = "grant", _("subvention")
    OWN_MEANS = "own_means", _("apport propre")
    IN_KIND = "in_kind", _("apport en nature")
    PRIVATE = "private", _("apport privé")
    EUROPEAN = "european", _("fonds européens")


class BudgetKind(models.TextChoices):
    """Which yearly ceiling a grant consumes (standards B11)."""

    AE = "AE", _("autorisation d’engagement")
    AP = "AP", _("autorisation de programme")


class InstalmentKind(models.TextChoices):
    """Which part of a grant is paid."""

    ADVANCE = "advance", _("avance")
    INTERIM = "interim", _("acompte")
    BALANCE = "balance", _("solde")
