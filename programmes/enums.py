"""The closed lists of the foundation, and the moves of each status: read by the database trigger and by the steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a record stands in the workflow; changed by a step of the workflow and by nothing else."""

    @classmethod
    def moves(cls) -> dict[str, tuple[str, ...]]:
        """From each status, those it may move to. The first status of the list is the only one a row is born in."""
        raise NotImplementedError

    @classmethod
    def initial(cls) -> str:
        """The status a row is born in."""
        return str(cls.values[0])


class RecordStatus(Status):
    """The cycle of a record that outsiders may see once published."""

    DRAFT = "draft", _("brouillon")
    SUBMITTED = "submitted", _("soumis")
    RETURNED = "returned", _("renvoyé")
    PUBLISHED = "published", _("publié")
    ARCHIVED = "archived", _("archivé")

    @classmethod
    def moves(cls) -> dict[str, tuple[str, ...]]:
        """Draft → submitted → published → archived; handed back on the way, and back to draft for a correction."""
        return {
            cls.DRAFT: (cls.SUBMITTED, cls.PUBLISHED),
            cls.SUBMITTED: (cls.PUBLISHED, cls.RETURNED),
            cls.RETURNED: (cls.SUBMITTED,),
            cls.PUBLISHED: (cls.ARCHIVED, cls.DRAFT),
            cls.ARCHIVED: (cls.PUBLISHED,),
        }


class SheetStatus(Status):
    """The cycle of a yearly sheet."""

    TO_FILL = "to_fill", _("à remplir")
    SUBMITTED = "submitted", _("soumise")
    RETURNED = "returned", _("renvoyée")
    APPROVED = "approved", _("visée")
    NOT_APPLICABLE = "not_applicable", _("sans objet")
    NOT_HANDED_IN = "not_handed_in", _("non remise")

    @classmethod
    def moves(cls) -> dict[str, tuple[str, ...]]:
        """To fill → submitted → approved by every party; handed back, declared without object, or closed as missing."""
        return {
            cls.TO_FILL: (cls.SUBMITTED, cls.NOT_APPLICABLE, cls.NOT_HANDED_IN),
            cls.SUBMITTED: (cls.APPROVED, cls.RETURNED, cls.NOT_APPLICABLE, cls.NOT_HANDED_IN),
            cls.RETURNED: (cls.SUBMITTED, cls.NOT_APPLICABLE, cls.NOT_HANDED_IN),
            cls.APPROVED: (cls.RETURNED,),
            cls.NOT_APPLICABLE: (cls.TO_FILL,),
            cls.NOT_HANDED_IN: (cls.TO_FILL,),
        }


class CampaignStatus(Status):
    """The cycle of a campaign."""

    PLANNED = "planned", _("prévue")
    OPEN = "open", _("ouverte")
    CLOSED = "closed", _("close")

    @classmethod
    def moves(cls) -> dict[str, tuple[str, ...]]:
        """Planned → open → closed."""
        return {cls.PLANNED: (cls.OPEN,), cls.OPEN: (cls.CLOSED,), cls.CLOSED: ()}


class ReportStatus(Status):
    """The cycle of an annual report."""

    PREPARATION = "preparation", _("en préparation")
    REVIEW = "review", _("en relecture")
    ADOPTED = "adopted", _("adopté")
    PUBLISHED = "published", _("publié")

    @classmethod
    def moves(cls) -> dict[str, tuple[str, ...]]:
        """In preparation → in review → adopted → published; any change, and an erratum, go back to preparation."""
        return {
            cls.PREPARATION: (cls.REVIEW,),
            cls.REVIEW: (cls.ADOPTED, cls.PREPARATION),
            cls.ADOPTED: (cls.PUBLISHED, cls.PREPARATION),
            cls.PUBLISHED: (cls.PREPARATION,),
        }


class OrganisationKind(models.TextChoices):
    """What kind of body an organisation is."""

    LOCAL_AUTHORITY = "local_authority", _("collectivité territoriale")
    RESEARCH_BODY = "research_body", _("organisme national de recherche")
    INSTITUTE = "institute", _("institut d’un organisme")
    REGIONAL_OFFICE = "regional_office", _("délégation régionale")
    UNIVERSITY = "university", _("université")
    SCHOOL = "school", _("école")
    COMMUNITY = "community", _("communauté d’universités et établissements")
    COMPANY = "company", _("entreprise")
    ASSOCIATION = "association", _("association ou fondation")
    STATE = "state", _("État")
    EUROPE = "europe", _("Union européenne")
    TEAM = "team", _("équipe ou unité hors CNRS")
    OTHER = "other", _("autre")


class UnitType(models.TextChoices):
    """Types of CNRS units; the last ones are historical (standards B3)."""

    UMR = "UMR", _("unité mixte de recherche")
    UAR = "UAR", _("unité d’appui et de recherche")
    UPR = "UPR", _("unité propre de recherche")
    FR = "FR", _("fédération de recherche")
    FRE = "FRE", _("formation de recherche en évolution")
    IRL = "IRL", _("international research laboratory")
    ERL = "ERL", _("équipe de recherche labellisée")
    EMR = "EMR", _("équipe mixte de recherche")
    GDR = "GDR", _("groupement de recherche")
    UMS = "UMS", _("unité mixte de service")
    USR = "USR", _("unité de service et de recherche")
    UPS = "UPS", _("unité propre de service")
    UMI = "UMI", _("unité mixte internationale")
    UR = "UR", _("unité de recherche (hors CNRS)")
    EA = "EA", _("équipe d’accueil (hors CNRS)")
    INSERM = "U", _("unité Inserm")


class Precision(models.TextChoices):
    """How exactly a figure is known: « plus de 20 thèses » must be sayable."""

    EXACT = "exact", _("exact")
    AT_LEAST = "at_least", _("au moins")
    MORE_THAN = "more_than", _("plus de")
    ABOUT = "about", _("environ")
    BETWEEN = "between", _("entre deux valeurs")


class AmendmentKind(models.TextChoices):
    """What an amendment changes."""

    EXTENSION = "extension", _("prolongation")
    CONTENT = "content", _("modification du contenu")
    PARTIES = "parties", _("modification des parties")


class MeetingKind(models.TextChoices):
    """How the partners decide."""

    STEERING = "steering", _("comité de pilotage")
    TECHNICAL = "technical", _("comité technique")
    WRITTEN = "written", _("procédure écrite")


class DecisionState(models.TextChoices):
    """What became of a decision."""

    OPEN = "open", _("à exécuter")
    DONE = "done", _("exécutée")
    DROPPED = "dropped", _("abandonnée")


class ContinuationKind(models.TextChoices):
    """What the next protocol made of a commitment."""

    RENEWED = "renewed", _("reconduit")
    CHANGED = "changed", _("modifié")
    MERGED = "merged", _("fusionné")
    DROPPED = "dropped", _("abandonné")


class Level(models.TextChoices):
    """What the partners say of a commitment: the first six in a yearly report, the last four in a final one."""

    NOT_STARTED = "not_started", _("non engagé")
    ON_TRACK = "on_track", _("en bonne voie")
    TO_STRENGTHEN = "to_strengthen", _("à renforcer")
    REACHED = "reached", _("atteint")
    DROPPED = "dropped", _("abandonné")
    NOT_KNOWN = "not_known", _("non renseigné")
    KEPT = "kept", _("tenu")
    PARTLY_KEPT = "partly_kept", _("partiellement tenu")
    NOT_KEPT = "not_kept", _("non tenu")
    NO_JUDGEMENT = "no_judgement", _("ne peut être apprécié")

    @classmethod
    def of_campaign(cls, kind: str) -> tuple["Level", ...]:
        """The levels that a campaign of this kind may give: a final one judges, the others say how far it is."""
        final = (cls.KEPT, cls.PARTLY_KEPT, cls.NOT_KEPT, cls.NO_JUDGEMENT)
        return final if kind == CampaignKind.FINAL else tuple(level for level in cls if level not in final)

    @property
    def tone(self) -> str:
        """The key of its colour and icon; its word always stands beside them."""
        match self:
            case Level.REACHED | Level.KEPT:
                return "reached"
            case Level.ON_TRACK:
                return "on_track"
            case Level.TO_STRENGTHEN | Level.PARTLY_KEPT:
                return "to_strengthen"
            case Level.NOT_KEPT | Level.DROPPED:
                return "returned"
        return "unknown"


class CampaignKind(models.TextChoices):
    """What a campaign collects."""

    YEARLY = "yearly", _("annuelle")
    MID_TERM = "mid_term", _("bilan à mi-parcours")
    FINAL = "final", _("bilan final")
    FOLLOW_UP = "follow_up", _("suivi après le terme")

    @property
    def report_title(self) -> str:
        """What the report of such a campaign is called."""
        titles = {
            CampaignKind.YEARLY: _("Rapport annuel"),
            CampaignKind.MID_TERM: _("Bilan à mi-parcours"),
            CampaignKind.FINAL: _("Bilan final"),
            CampaignKind.FOLLOW_UP: _("Suivi après le terme"),
        }
        return str(titles[self])


class VisaPurpose(models.TextChoices):
    """What a party agrees to with its visa."""

    APPROVAL = "approval", _("approuver")
    SETTING_ASIDE = "setting_aside", _("déclarer sans objet")


class AssignmentRole(models.TextChoices):
    """What somebody does on a record."""

    CONTRIBUTOR = "contributor", _("contribue")
    APPROVER = "approver", _("vise")


class JobKind(models.TextChoices):
    """Everything that takes longer than a page."""

    REPORT_PREVIEW = "report_preview", _("aperçu d’un rapport")
    EDITION_FILES = "edition_files", _("fichiers d’une édition")
    EDITION_CHECK = "edition_check", _("vérification d’une édition")
    IMPORT_PREVIEW = "import_preview", _("aperçu d’un import")
    IMPORT_WRITE = "import_write", _("enregistrement d’un import")
    OPENING = "opening", _("ouverture d’une campagne")
    CLOSING = "closing", _("clôture d’une campagne")
    EXPORT = "export", _("export d’une liste")
    OPEN_DATA = "open_data", _("fichiers des données ouvertes")


class JobState(models.TextChoices):
    """Where a job stands. The row is the truth, the broker only a bell."""

    WAITING = "waiting", _("en attente")
    RUNNING = "running", _("en cours")
    DONE = "done", _("terminé")
    FAILED = "failed", _("échoué")
    CANCELLED = "cancelled", _("annulé")

    @classmethod
    def unfinished(cls) -> tuple["JobState", ...]:
        """States in which a job must still be rung."""
        return cls.WAITING, cls.RUNNING


class FileFormat(models.TextChoices):
    """Formats of a published file."""

    PDF = "pdf", "PDF"
    HTML = "html", "HTML"
    CSV = "csv", "CSV"
    PAGE = "page", _("PDF d’une page")


class Language(models.TextChoices):
    """Languages of what is published: French first."""

    FRENCH = "fr", _("français")
    ENGLISH = "en", _("anglais")


class MergedKind(models.TextChoices):
    """What a merge did to a row."""

    MOVED = "moved", _("rattaché à la fiche gardée")
    ABSORBED = "absorbed", _("inscrit des deux côtés, gardé une fois")
    FILLED = "filled", _("valeur reprise de la fiche fusionnée")
