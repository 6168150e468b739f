"""Co-funded theses as open data: what the page of each shows to everybody, and nothing else."""

from typing import Any

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Concat, ExtractYear
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programmes.cells import Beside, Kind
from programmes.enums import RecordStatus
from programmes.models import Theme
from programmes.models.base import french
from programmes.sections.datasets import Column, Dataset, in_words, invented, link, only, several, source, tr
from programmes.sections.open_records import REFERENCE, STABLE, TRANSLATED

from ..enums import ThesisState
from ..models import Supervision, Thesis, ThesisFunding, ThesisTheme
from ..models.naming import may_be_named

HOME = Q(laboratory__status=RecordStatus.PUBLISHED)
OF_ACTION = Q(project__status=RecordStatus.PUBLISHED)


def theses() -> Dataset:
    """The co-funded theses."""
    return Dataset(
        name="theses",
        title=_("Thèses cofinancées"),
        summary=_(
            "Les recherches doctorales payées par les partenaires\u00a0: sujet, laboratoire, financeurs, soutenance."
        ),
        rows=lambda viewer: Thesis.objects.visible_to(viewer).order_by("-registered_on", *french("title"), "pk"),
        columns=_columns,
        first="registered_on",
        last="defended_on",
        keywords=(_("thèse"), _("doctorat")),
    )


def _columns(viewer: Any) -> tuple[Column, ...]:
    return (*_subject(viewer), *WHERE, *_who(), *WHEN, source(), invented(), link("doctorates:detail", "slug"))


def _subject(viewer: Any) -> tuple[Column, ...]:
    themes = Beside(ThesisTheme.objects.filter(theme__in=Theme.objects.visible_to(viewer)), "thesis")
    codes = tuple((str(state.value), state.label) for state in ThesisState.public())
    readable = Q(confidential_until__isnull=True) | Q(confidential_until__lt=localdate())
    return (
        Column("reference", REFERENCE, STABLE, F("reference")),
        Column("title", _("Titre"), _("Titre en français."), F("title")),
        Column("title_en", _("Titre en anglais"), TRANSLATED, F("title_en")),
        Column("state", _("État, code"), _("Code de l’état de la thèse."), F("state"), codes=codes),
        Column("state_label", _("État"), _("Le même, en toutes lettres."), in_words("state", ThesisState.choices)),
        several("themes", _("Thèmes"), _("Codes des thèmes prioritaires."), themes, F("theme__reference")),
        several(
            "theme_labels", _("Intitulés des thèmes"), _("Intitulés des mêmes thèmes."), themes, tr("theme__label")
        ),
        Column("discipline", _("Discipline"), _("Discipline du doctorat."), F("discipline")),
        Column("discipline_en", _("Discipline en anglais"), TRANSLATED, F("discipline_en")),
        Column("keywords", _("Mots clés"), _("Mots clés, séparés par des virgules."), F("keywords")),
        Column("keywords_en", _("Mots clés en anglais"), TRANSLATED, F("keywords_en")),
        Column(
            "abstract",
            _("Résumé"),
            _("Résumé\u202f; vide tant que la thèse est confidentielle."),
            only(readable, F("abstract")),
        ),
        Column("abstract_en", _("Résumé en anglais"), TRANSLATED, only(readable, F("abstract_en"))),
    )


WHERE = (
    Column(
        "laboratory",
        _("Laboratoire, code"),
        _("Code du laboratoire d’accueil."),
        only(HOME, F("laboratory__reference")),
    ),
    Column("laboratory_name", _("Laboratoire"), _("Nom du laboratoire d’accueil."), only(HOME, F("laboratory__name"))),
    Column("city", _("Ville"), _("Ville du laboratoire d’accueil."), only(HOME, F("laboratory__city"))),
    Column("school", _("École doctorale, numéro"), _("Numéro de l’école doctorale."), F("school__number"), Kind.NUMBER),
    Column("school_name", _("École doctorale"), _("Nom de l’école doctorale."), tr("school__name")),
    Column(
        "registering_body",
        _("Établissement d’inscription"),
        _("Où la personne est inscrite."),
        tr("registering_body__name"),
    ),
    Column("awarding_body", _("Établissement de délivrance"), _("Qui délivre le diplôme."), tr("awarding_body__name")),
    Column("joint_body", _("Cotutelle"), _("Établissement de cotutelle, à l’étranger."), tr("cotutelle_body__name")),
    Column("action", _("Action"), _("Code de l’action dont elle relève."), only(OF_ACTION, F("project__reference"))),
)


WHEN = (
    Column(
        "registered_year",
        _("Première inscription"),
        _("Année de la première inscription."),
        ExtractYear("registered_on"),
        Kind.NUMBER,
        _("année"),
    ),
    Column("defended_on", _("Soutenue le"), _("Jour de la soutenance."), F("defended_on"), Kind.DAY),
    Column("nnt", "NNT", _("Numéro national de thèse, après la soutenance."), F("nnt")),
    Column("hal_id", "HAL", _("Identifiant dans l’archive HAL."), F("hal_id")),
)


def _who() -> tuple[Column, ...]:
    funders = Beside(ThesisFunding.objects.all(), "thesis")
    supervisors = Beside(Supervision.objects.all(), "thesis")
    return (
        several(
            "funders",
            _("Financeurs"),
            _("Qui la paye\u202f; les montants sont publiés par action."),
            funders,
            tr("organisation__name"),
        ),
        Column("is_cifre", "CIFRE", _("Vrai pour une convention CIFRE avec une entreprise."), F("is_cifre"), Kind.FLAG),
        Column(
            "candidate",
            _("Docteur ou docteure"),
            _("Nom, après la soutenance\u202f; avant, seulement s’il est déjà public."),
            only(may_be_named(), _name("candidate")),
        ),
        several("supervisors", _("Direction"), _("Qui dirige, codirige ou encadre."), supervisors, _name("person")),
    )


def _name(path: str) -> Concat:
    return Concat(f"{path}__given_name", Value(" "), f"{path}__family_name", output_field=CharField())
