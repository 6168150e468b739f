"""The foundation as open data: laboratories, themes, commitments, the values of indicators."""

from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from ..cells import Beside, Kind
from ..enums import Precision
from ..identifiers import Scheme
from ..models import (
    Commitment,
    Identifier,
    IndicatorValue,
    Laboratory,
    LaboratorySupervision,
    Theme,
    ThemeLaboratory,
    UnitCode,
)
from .datasets import Column, Dataset, in_words, invented, link, several, source, tr

NUMBER, LABEL, LABEL_EN = _("Numéro"), _("Intitulé"), _("Intitulé en anglais")
REFERENCE = _("Référence")
STABLE = _("Code stable de la fiche.")
TRANSLATED = _("Traduction\u202f; vide quand elle manque.")
PROTOCOL = Column("protocol", _("Protocole"), _("Code du protocole."), F("protocol__reference"))


def _identifier(name: str, heading: str, meaning: Any, scheme: Scheme) -> Column:
    return several(name, heading, meaning, Beside(Identifier.objects.filter(scheme=scheme), "laboratory"), F("value"))


IDENTITY = (
    Column("reference", REFERENCE, STABLE, F("reference")),
    Column("acronym", _("Sigle"), _("Nom court de l’unité."), F("acronym")),
    Column("name", _("Nom"), _("Nom complet."), F("name")),
    Column("name_en", _("Nom en anglais"), TRANSLATED, F("name_en")),
    several(
        "unit_codes",
        _("Codes d’unité"),
        _("Codes de l’unité, dans l’ordre de leur inscription."),
        Beside(UnitCode.objects.all(), "laboratory"),
        Concat("type", Value(" "), "number", output_field=CharField()),
    ),
    _identifier("rnsr", "RNSR", _("Numéro au répertoire national des structures de recherche."), Scheme.RNSR),
    _identifier("ror", "ROR", _("Identifiant international d’organisme de recherche."), Scheme.ROR),
)
PLACE = (
    Column("city", _("Ville"), _("Ville du siège."), F("city")),
    Column("other_cities", _("Autres villes"), _("Villes des autres sites."), F("other_cities")),
    Column(
        "is_elsewhere",
        _("Siège hors de la région"),
        _("Vrai quand le siège est hors de la région, avec un site ici."),
        F("is_elsewhere"),
        Kind.FLAG,
    ),
    Column("latitude", _("Latitude"), _("Position du siège (WGS 84)."), F("latitude"), Kind.NUMBER, _("degré")),
    Column("longitude", _("Longitude"), _("Position du siège (WGS 84)."), F("longitude"), Kind.NUMBER, _("degré")),
    Column(
        "main_institute",
        _("Institut principal"),
        _("Institut du CNRS dont relève l’unité."),
        tr("main_institute__name"),
    ),
    several(
        "supervising_bodies",
        _("Tutelles"),
        _("Organismes dont l’unité dépend, ou a dépendu."),
        Beside(LaboratorySupervision.objects.all(), "laboratory"),
        tr("organisation__name"),
    ),
)
LIFE = (
    Column("opened_on", _("Créé le"), _("Jour de la création de l’unité."), F("opened_on"), Kind.DAY),
    Column("closed_on", _("Fermé le"), _("Jour de la fermeture de l’unité."), F("closed_on"), Kind.DAY),
    Column("website", _("Site"), _("Site de l’unité."), F("website")),
    source(),
    invented(),
    link("programmes:laboratory", "slug"),
)


def laboratories() -> Dataset:
    """The research units with a public page."""
    return Dataset(
        name="laboratories",
        title=_("Laboratoires"),
        summary=_("Les unités de recherche du registre\u00a0: code, numéros, ville, tutelles, thèmes."),
        rows=lambda viewer: Laboratory.objects.visible_to(viewer).for_list(),
        columns=_of_laboratories,
        first="opened_on",
        last="closed_on",
        keywords=(_("laboratoire"), _("recherche")),
    )


def _of_laboratories(viewer: Any) -> tuple[Column, ...]:
    themes = Theme.objects.visible_to(viewer)
    beside = Beside(ThemeLaboratory.objects.filter(theme__in=themes), "laboratory")
    return (
        *IDENTITY,
        *PLACE,
        several("themes", _("Thèmes"), _("Codes des thèmes prioritaires."), beside, F("theme__reference")),
        several(
            "theme_labels", _("Intitulés des thèmes"), _("Intitulés des mêmes thèmes."), beside, tr("theme__label")
        ),
        *LIFE,
    )


def themes() -> Dataset:
    """The priority themes."""
    return Dataset(
        name="themes",
        title=_("Thèmes prioritaires"),
        summary=_("Les thématiques prioritaires de chaque protocole, dans l’ordre du texte, avec leurs laboratoires."),
        rows=lambda viewer: Theme.objects.visible_to(viewer).latest_protocol_first(),
        columns=_of_themes,
        first="protocol__starts_on",
        last="protocol__ends_on",
        keywords=(_("thème de recherche"),),
    )


def _of_themes(viewer: Any) -> tuple[Column, ...]:
    units = ThemeLaboratory.objects.filter(laboratory__in=Laboratory.objects.visible_to(viewer))
    return (
        Column("reference", REFERENCE, STABLE, F("reference")),
        PROTOCOL,
        Column("number", NUMBER, _("Rang dans le protocole."), F("number"), Kind.NUMBER),
        Column("label", LABEL, _("Intitulé officiel."), F("label")),
        Column("label_en", LABEL_EN, TRANSLATED, F("label_en")),
        Column("summary", _("Présentation"), _("Présentation en quelques phrases."), F("summary")),
        Column("summary_en", _("Présentation en anglais"), TRANSLATED, F("summary_en")),
        several(
            "laboratories",
            _("Laboratoires"),
            _("Codes des laboratoires rattachés."),
            Beside(units, "theme"),
            F("laboratory__reference"),
        ),
        source(),
        invented(),
        link("programmes:theme", "slug"),
    )


def commitments() -> Dataset:
    """What was promised."""
    return Dataset(
        name="commitments",
        title=_("Engagements"),
        summary=_("Ce que les partenaires se sont promis, dans les termes du protocole."),
        rows=lambda viewer: Commitment.objects.visible_to(viewer).latest_protocol_first(),
        columns=lambda _viewer: COMMITMENT_COLUMNS,
        first="protocol__starts_on",
        last="protocol__ends_on",
        keywords=(_("engagement"), _("protocole de coopération")),
    )


COMMITMENT_COLUMNS = (
    Column("reference", REFERENCE, STABLE, F("reference")),
    PROTOCOL,
    Column("number", NUMBER, _("Rang dans le protocole."), F("number"), Kind.NUMBER),
    Column("label", _("Libellé court"), _("Nom court, qui n’est pas dans le texte."), F("label")),
    Column("label_en", _("Libellé court en anglais"), TRANSLATED, F("label_en")),
    Column("wording", _("Texte officiel"), _("La promesse, à la lettre."), F("wording")),
    Column(
        "wording_en", _("Texte en anglais"), _("Traduction de courtoisie\u202f; le français fait foi."), F("wording_en")
    ),
    source(),
    invented(),
    link("programmes:commitment", "protocol__reference", "number"),
)


def indicators() -> Dataset:
    """How promises are measured, a row for each indicator and year."""
    return Dataset(
        name="indicators",
        title=_("Indicateurs"),
        summary=_("La mesure de chaque engagement\u00a0: une ligne par indicateur et par année, cible et réalisé."),
        rows=lambda viewer: IndicatorValue.objects.filter(
            indicator__commitment__in=Commitment.objects.visible_to(viewer)
        ).order_by("indicator__commitment__protocol", "indicator__commitment__number", "indicator__rank", "year", "pk"),
        columns=lambda _viewer: INDICATOR_COLUMNS,
        first="year",
        last="year",
        keywords=(_("indicateur"), _("évaluation")),
    )


INDICATOR_COLUMNS = (
    Column("indicator", REFERENCE, _("Code stable de l’indicateur."), F("indicator__reference")),
    Column(
        "commitment",
        _("Engagement"),
        _("Code de l’engagement mesuré."),
        F("indicator__commitment__reference"),
    ),
    Column("label", LABEL, _("Ce qui est mesuré."), F("indicator__label")),
    Column("label_en", LABEL_EN, TRANSLATED, F("indicator__label_en")),
    Column("definition", _("Définition"), _("Comment la valeur est établie."), F("indicator__definition")),
    Column("unit", _("Unité"), _("Unité de la valeur, de la cible et du départ."), F("indicator__unit")),
    Column(
        "is_cumulative",
        _("Cumulatif"),
        _("Vrai quand la valeur d’une année comprend celles d’avant."),
        F("indicator__is_cumulative"),
        Kind.FLAG,
    ),
    Column("baseline", _("Valeur de départ"), _("Valeur avant le protocole."), F("indicator__baseline"), Kind.NUMBER),
    Column("final_target", _("Cible finale"), _("Valeur visée au terme."), F("indicator__target"), Kind.NUMBER),
    Column("year", _("Année"), _("Année civile de la valeur."), F("year"), Kind.NUMBER, _("année")),
    Column("target", _("Cible"), _("Valeur visée cette année-là."), F("target"), Kind.NUMBER),
    Column(
        "actual", _("Réalisé"), _("Valeur constatée\u202f; vide quand elle n’est pas connue."), F("actual"), Kind.NUMBER
    ),
    Column("actual_max", _("Réalisé, au plus"), _("Borne haute d’un encadrement."), F("actual_max"), Kind.NUMBER),
    Column(
        "precision",
        _("Précision"),
        _("À quel point la valeur est connue."),
        in_words("precision", Precision.choices),
    ),
    Column("as_of", _("Arrêté au"), _("Jour auquel la valeur est arrêtée."), F("as_of"), Kind.DAY),
    source(),
    invented(),
    link("programmes:commitment", "indicator__commitment__protocol__reference", "indicator__commitment__number"),
)
