"""Joint actions as open data: the actions, their decided grants, their equipment, what they produced."""

from typing import Any

from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.utils.text import format_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programmes.cells import Beside, Kind
from programmes.enums import RecordStatus
from programmes.identifiers import Scheme
from programmes.models import Commitment, Identifier, Theme
from programmes.models.base import french
from programmes.sections.datasets import Column, Dataset, Text, in_words, invented, link, only, several, source, tr
from programmes.sections.open_records import LABEL, LABEL_EN, REFERENCE, STABLE, TRANSLATED

from ..enums import OutputKind, ProjectKind, ProjectState
from ..models import Grant, GrantAmendment, Output, Participation, Project, ProjectCommitment, ProjectTheme

LED = Q(lead_laboratory__status=RecordStatus.PUBLISHED)
WHOLE = Q(part_of__status=RecordStatus.PUBLISHED)
EURO = _("euro")
ACTION = Column("action", _("Action"), _("Code de l’action."), F("project__reference"))
ACTION_TITLE = Column("action_title", _("Titre de l’action"), _("Titre de l’action."), tr("project__title"))


def _code(name: str, heading: Text, meaning: Text, choices: Any) -> tuple[Column, Column]:
    """A code that does not change with the language, and its words."""
    codes = tuple((str(code), label) for code, label in choices)
    words = Column(f"{name}_label", heading, _("Le même, en toutes lettres."), in_words(name, choices))
    return Column(name, format_lazy("{}, code", heading), meaning, F(name), codes=codes), words


def _led() -> tuple[Column, Column]:
    return (
        Column(
            "laboratory",
            _("Laboratoire, code"),
            _("Code du laboratoire porteur."),
            only(LED, F("lead_laboratory__reference")),
        ),
        Column(
            "laboratory_name", _("Laboratoire"), _("Nom du laboratoire porteur."), only(LED, F("lead_laboratory__name"))
        ),
    )


def _siret(name: str, heading: Text, path: str) -> Column:
    """The number of a body's seat, as the register of companies knows it."""
    found = Identifier.objects.filter(scheme=Scheme.SIRET, organisation=OuterRef(f"{path}_id")).order_by("pk")
    return Column(
        name, heading, _("Numéro à quatorze chiffres, quand il est connu."), Subquery(found.values("value")[:1])
    )


def actions() -> Dataset:
    """The joint actions."""
    return Dataset(
        name="actions",
        title=_("Actions communes"),
        summary=_("Ce que les partenaires mènent ensemble\u00a0: nature, état, dates, laboratoire porteur, thèmes."),
        rows=lambda viewer: Project.objects.visible_to(viewer).order_by("rank", *french("title"), "pk"),
        columns=_of_actions,
        first="actual_start",
        last="actual_end",
        keywords=(_("projet de recherche"),),
    )


WHAT = (
    Column("reference", REFERENCE, STABLE, F("reference")),
    Column("title", _("Titre"), _("Titre en français."), F("title")),
    Column("title_en", _("Titre en anglais"), TRANSLATED, F("title_en")),
    Column("acronym", _("Nom court"), _("Nom sous lequel l’action est connue."), tr("acronym")),
    *_code("kind", _("Nature"), _("Code de la nature de l’action."), ProjectKind.choices),
    *_code("state", _("État"), _("Code de l’état de l’action."), ProjectState.choices),
    Column(
        "part_of",
        _("Partie de"),
        _("Code de l’action dont elle fait partie."),
        only(WHOLE, F("part_of__reference")),
    ),
    *_led(),
)
WHEN = (
    Column("planned_start", _("Début prévu"), _("Jour prévu du début."), F("planned_start"), Kind.DAY),
    Column("planned_end", _("Fin prévue"), _("Jour prévu de la fin."), F("planned_end"), Kind.DAY),
    Column("actual_start", _("Début réel"), _("Jour du début."), F("actual_start"), Kind.DAY),
    Column("actual_end", _("Fin réelle"), _("Jour de la fin."), F("actual_end"), Kind.DAY),
    Column("website", _("Site"), _("Site de l’action."), F("website")),
    source(),
    invented(),
    link("projects:detail", "slug"),
)


def _of_actions(viewer: Any) -> tuple[Column, ...]:
    themes = Beside(ProjectTheme.objects.filter(theme__in=Theme.objects.visible_to(viewer)), "project")
    promised = ProjectCommitment.objects.filter(commitment__in=Commitment.objects.visible_to(viewer))
    bodies = Participation.objects.filter(organisation__isnull=False)
    return (
        *WHAT,
        several("themes", _("Thèmes"), _("Codes des thèmes prioritaires."), themes, F("theme__reference")),
        several(
            "theme_labels", _("Intitulés des thèmes"), _("Intitulés des mêmes thèmes."), themes, tr("theme__label")
        ),
        several(
            "commitments",
            _("Engagements"),
            _("Codes des engagements servis."),
            Beside(promised, "project"),
            F("commitment__reference"),
        ),
        several(
            "partners",
            _("Partenaires"),
            _("Organismes qui y prennent part."),
            Beside(bodies, "project"),
            tr("organisation__name"),
        ),
        *WHEN,
    )


def equipment() -> Dataset:
    """Instruments, and whatever else takes users from outside."""
    return Dataset(
        name="equipment",
        title=_("Équipements"),
        summary=_(
            "Les équipements et les actions ouvertes à des utilisateurs extérieurs, et comment demander un accès."
        ),
        rows=lambda viewer: (
            Project.objects.visible_to(viewer)
            .filter(Q(kind=ProjectKind.EQUIPMENT) | Q(is_open_to_users=True))
            .order_by("rank", *french("title"), "pk")
        ),
        columns=lambda _viewer: EQUIPMENT_COLUMNS,
        first="actual_start",
        last="actual_end",
        keywords=(_("équipement scientifique"),),
    )


EQUIPMENT_COLUMNS = (
    Column("reference", REFERENCE, STABLE, F("reference")),
    Column("label", LABEL, _("Titre de l’action."), F("title")),
    Column("label_en", LABEL_EN, TRANSLATED, F("title_en")),
    *_code("state", _("État"), _("Code de l’état de l’action."), ProjectState.choices),
    *_led(),
    Column("city", _("Ville"), _("Ville du laboratoire porteur."), only(LED, F("lead_laboratory__city"))),
    Column(
        "is_open_to_users",
        _("Ouvert à des utilisateurs extérieurs"),
        _("Vrai quand des équipes extérieures peuvent demander un accès."),
        F("is_open_to_users"),
        Kind.FLAG,
    ),
    Column("access", _("Comment demander un accès"), _("La démarche, en mots."), F("access")),
    Column("access_en", _("Comment demander un accès, en anglais"), TRANSLATED, F("access_en")),
    Column("website", _("Site"), _("Site de l’action."), F("website")),
    source(),
    invented(),
    link("projects:detail", "slug"),
)


def grants() -> Dataset:
    """Grants that were voted; nothing of what is only planned."""
    return Dataset(
        name="grants",
        title=_("Subventions"),
        summary=_(
            "Les subventions votées pour les actions publiées\u00a0: qui donne, à qui, combien, par quelle décision."
        ),
        rows=lambda viewer: Grant.objects.filter(
            project__in=Project.objects.visible_to(viewer), voted_on__lte=localdate()
        ).order_by("voted_on", "reference"),
        columns=lambda _viewer: GRANT_COLUMNS,
        first="voted_on",
        last="voted_on",
        keywords=(_("subvention"), _("financement de la recherche")),
    )


GRANT_COLUMNS = (
    Column("reference", REFERENCE, STABLE, F("reference")),
    ACTION,
    ACTION_TITLE,
    Column("giver", _("Attribuant"), _("Qui donne (SCDL\u00a0: nomAttribuant)."), F("organisation__name")),
    _siret("giver_siret", _("SIRET de l’attribuant"), "organisation"),
    Column("beneficiary", _("Bénéficiaire"), _("Qui reçoit (SCDL\u00a0: nomBeneficiaire)."), F("beneficiary__name")),
    _siret("beneficiary_siret", _("SIRET du bénéficiaire"), "beneficiary"),
    Column("purpose", _("Objet"), _("Pour quoi (SCDL\u00a0: objet)."), F("purpose")),
    Column(
        "amount", _("Montant voté"), _("Montant de la décision (SCDL\u00a0: montant)."), F("amount"), Kind.NUMBER, EURO
    ),
    Column(
        "amendments",
        _("Avenants"),
        _("Somme ajoutée ou retirée par les avenants signés."),
        Sum("amount"),
        Kind.NUMBER,
        EURO,
        Beside(GrantAmendment.objects.filter(signed_on__isnull=False), "grant"),
    ),
    Column("cancelled", _("Montant annulé"), _("Part annulée ensuite."), F("cancelled_amount"), Kind.NUMBER, EURO),
    Column("voted_on", _("Votée le"), _("Jour de la décision."), F("voted_on"), Kind.DAY),
    Column("deciding_body", _("Organe délibérant"), _("Qui a décidé."), F("deciding_body")),
    Column(
        "decision",
        _("Délibération"),
        _("Numéro de la décision (SCDL\u00a0: referenceDecision)."),
        F("decision_number"),
    ),
    Column(
        "signed_on",
        _("Convention signée le"),
        _("Jour de la convention (SCDL\u00a0: dateConvention)."),
        F("convention_signed_on"),
        Kind.DAY,
    ),
    Column("scheme", _("Dispositif"), _("Dispositif d’aide."), tr("scheme__name")),
    source(),
    invented(),
    link("projects:detail", "project__slug"),
)


def outputs() -> Dataset:
    """What the actions produced."""
    return Dataset(
        name="outputs",
        title=_("Productions"),
        summary=_("Publications, jeux de données, logiciels et autres résultats des actions publiées."),
        rows=lambda viewer: Output.objects.filter(project__in=Project.objects.visible_to(viewer)).order_by(
            "-year", *french("title"), "pk"
        ),
        columns=lambda _viewer: OUTPUT_COLUMNS,
        first="year",
        last="year",
        keywords=(_("publication"), _("jeu de données")),
    )


OUTPUT_COLUMNS = (
    ACTION,
    ACTION_TITLE,
    *_code("kind", _("Nature"), _("Code de la nature de la production."), OutputKind.choices),
    Column("year", _("Année"), _("Année de parution."), F("year"), Kind.NUMBER, _("année")),
    Column("title", _("Titre"), _("Titre en français, ou d’origine."), F("title")),
    Column("title_en", _("Titre en anglais"), TRANSLATED, F("title_en")),
    Column("doi", "DOI", _("Identifiant de l’objet numérique."), F("doi")),
    Column("hal_id", "HAL", _("Identifiant dans l’archive HAL."), F("hal_id")),
    Column("address", _("Adresse de la production"), _("Où la lire."), F("url")),
    source(),
    invented(),
    link("projects:detail", "project__slug"),
)
