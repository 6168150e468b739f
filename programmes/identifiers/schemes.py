"""The schemes of identifiers: for each its label, shape, control, spelling and public register."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .controls import (
    DIGITS,
    MOD_11_2_CONTROL,
    PPN_CONTROL,
    REGISTER_CONTROL,
    REGISTER_LETTERS,
    ROR_ALPHABET,
    ROR_CONTROL,
    SIREN_CONTROL,
    SIRET_CONTROL,
    Control,
)

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALPHANUMERIC = DIGITS + _CAPITALS
_DIGIT_OR_X = DIGITS + "X"
_NO_BREAK_SPACE = " "

# How a message names an alphabet; a shorter one is spelled out.
ALPHABET_NAMES: dict[str, Promise] = {
    DIGITS: _("un chiffre"),
    _ALPHANUMERIC: _("un chiffre ou une lettre sans accent"),
    _DIGIT_OR_X: _("un chiffre ou X"),
    REGISTER_LETTERS: _("une lettre sans accent, autre que I, O et Q"),
    ROR_ALPHABET: _("un chiffre ou une lettre sans accent, autre que i, l, o et u"),
}


class Scheme(models.TextChoices):
    """A kind of identifier; the values are the type codes of the ministry's own referential where it has one."""

    RNSR = "rnsr", _("RNSR (structure de recherche)")
    UNIT_CODE = "cnrs-unit", _("code d’unité")
    SIREN = "siren", _("SIREN")
    SIRET = "siret", _("SIRET")
    UAI = "uai", _("UAI (établissement d’enseignement)")
    RNA = "rna", _("RNA (association)")
    ED = "ed", _("numéro d’école doctorale")
    ROR = "ror", _("ROR")
    IDREF = "idref", _("IdRef (PPN)")
    ISNI = "isni", _("ISNI")
    ORCID = "orcid", _("ORCID")
    WIKIDATA = "wikidata", _("Wikidata")
    FUNDREF = "fundref", _("financeur Crossref")
    CORDIS = "cordis", _("projet européen (CORDIS)")
    HAL_STRUCTURE = "hal-structure", _("structure dans HAL")
    HAL_DOCUMENT = "hal", _("document dans HAL")
    DOI = "doi", _("DOI")
    NNT = "nnt", _("NNT (thèse soutenue)")
    SUBJECT = "subject", _("sujet de thèse (theses.fr)")


def _compact(text: str) -> str:
    """Leave out what only helps the eye: spaces of all widths, dots, hyphens and dashes."""
    return re.sub(r"[\s.\u200b\ufeff\u2010-\u2015\u2212-]", "", text)


def _upper(text: str) -> str:
    return _compact(text).upper()


def _lower(text: str) -> str:
    return _compact(text).lower()


def _number(text: str) -> str:
    """A number without the zeros that a spreadsheet puts in front."""
    return _compact(text).lstrip("0")


def _work(text: str) -> str:
    """A DOI or a HAL document: hyphens and dots belong to it, case does not, nor the full stop of a sentence."""
    return re.sub(r"\s", "", text).lower().rstrip(".,;")


def _unit(text: str) -> str:
    """“umr-s 1234”, “UMR CNRS n° 6014” and “UMR6014” in their one spelling: type, space, number."""
    spelling = r"(UMR[\s_-]?S|[A-Z]+?)[\s_-]*(?:CNRS)?[\s_-]*(?:N[°º])?\s*([0-9]+)"
    found = re.fullmatch(spelling, text.strip().upper())
    if not found:
        return text.strip().upper()
    kind = re.sub(r"UMR[\s_-]?S", "UMR_S", found[1])
    return f"{kind} {found[2]}"


@dataclass(frozen=True)
class Shape:
    """Where the characters stand: the accepted alphabet of each position.

    `shortest` is given when the last positions may be missing; `starts` lists the accepted beginnings when the
    alphabets alone say too little.
    """

    alphabets: tuple[str, ...]
    shortest: int | None = None
    starts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """All that is particular to a scheme. `subject` opens the sentences of its messages.

    Either a `shape` says position by position what is accepted, or a `pattern` does with an `example`. `source`
    matches the addresses and words that people paste before the identifier. `address` is the page of the public
    register, empty when it has none for each identifier: {} stands for the value, {display} for its form for reading,
    which `groups`, `joint` and `prefix` make. `keeps_path` when a slash belongs to the identifier.
    """

    subject: Promise
    shape: Shape | None = None
    pattern: str = ""
    example: str = ""
    controls: tuple[Control, ...] = ()
    source: str = ""
    tidy: Callable[[str], str] = _compact
    address: str = ""
    groups: tuple[int, ...] = ()
    joint: str = _NO_BREAK_SPACE
    prefix: str = ""
    keeps_path: bool = False


def _digits(longest: int, shortest: int | None = None, after: tuple[str, ...] = ()) -> Shape:
    """Digits only, after characters that never change."""
    return Shape((*after, *[DIGITS] * longest), None if shortest is None else shortest + len(after))


RULES: dict[Scheme, Rule] = {
    Scheme.RNSR: Rule(
        _("Le RNSR"),
        shape=Shape((*[DIGITS] * 9, REGISTER_LETTERS)),
        controls=REGISTER_CONTROL,
        source=r"https?://\S*?(?:numNatStruct=|/organizations?/|/entite/)|rnsr\b",
        tidy=_upper,
        address="https://scanr.enseignementsup-recherche.gouv.fr/organizations/{}",
    ),
    Scheme.UNIT_CODE: Rule(
        _("Le code d’unité"),
        pattern=r"(?:UMR|UMR_S|UAR|UPR|FR|FRE|IRL|ERL|EMR|GDR|UMS|USR|UPS|UMI|URA|ESA|EP|FRC|UR|EA|U) \d{1,5}",
        example="UMR 6014",
        tidy=_unit,
    ),
    Scheme.SIREN: Rule(
        _("Le SIREN"),
        shape=_digits(9),
        controls=SIREN_CONTROL,
        source=r"https?://annuaire-entreprises\.data\.gouv\.fr/entreprise/(?:[\w-]*-)?(?=\d{9}\b)|siren\b",
        address="https://annuaire-entreprises.data.gouv.fr/entreprise/{}",
        groups=(3, 3, 3),
    ),
    Scheme.SIRET: Rule(
        _("Le SIRET"),
        shape=_digits(14),
        controls=SIRET_CONTROL,
        source=r"https?://annuaire-entreprises\.data\.gouv\.fr/etablissement/|siret\b",
        address="https://annuaire-entreprises.data.gouv.fr/etablissement/{}",
        groups=(3, 3, 3, 5),
    ),
    Scheme.UAI: Rule(
        _("L’UAI"),
        shape=Shape((*[DIGITS] * 7, REGISTER_LETTERS)),
        controls=REGISTER_CONTROL,
        source=r"uai\b|rne\b",
        tidy=_upper,
        address="https://data.enseignementsup-recherche.gouv.fr/explore/dataset/"
        "fr-esr-principaux-etablissements-enseignement-superieur/table/?q={}",
    ),
    Scheme.RNA: Rule(
        _("Le numéro RNA"),
        shape=_digits(9, after=("W",)),
        source=r"https?://annuaire-entreprises\.data\.gouv\.fr/rechercher\?terme=|rna\b",
        tidy=_upper,
        address="https://annuaire-entreprises.data.gouv.fr/rechercher?terme={}",
    ),
    Scheme.ED: Rule(
        _("Le numéro d’école doctorale"),
        shape=_digits(3, shortest=1),
        source=r"[ée]cole doctorale\b|ed(?=\W|\d)",
        tidy=_number,
        prefix="ED ",
    ),
    Scheme.ROR: Rule(
        _("Le ROR"),
        shape=Shape(("0", *[ROR_ALPHABET] * 6, DIGITS, DIGITS)),
        controls=ROR_CONTROL,
        source=r"(?:https?://)?ror\.org/|ror\b",
        tidy=_lower,
        address="https://ror.org/{}",
        prefix="https://ror.org/",
    ),
    Scheme.IDREF: Rule(
        _("L’identifiant IdRef"),
        shape=Shape((*[DIGITS] * 8, _DIGIT_OR_X)),
        controls=PPN_CONTROL,
        source=r"(?:https?://)?(?:www\.)?idref\.fr/|idref\b|ppn\b",
        tidy=_upper,
        address="https://www.idref.fr/{}",
    ),
    Scheme.ISNI: Rule(
        _("L’ISNI"),
        shape=Shape((*[DIGITS] * 15, _DIGIT_OR_X)),
        controls=MOD_11_2_CONTROL,
        source=r"(?:https?://)?(?:www\.)?isni\.org/(?:isni/)?|isni\b",
        tidy=_upper,
        address="https://isni.org/isni/{}",
        groups=(4, 4, 4, 4),
    ),
    Scheme.ORCID: Rule(
        _("L’ORCID"),
        shape=Shape((*[DIGITS] * 15, _DIGIT_OR_X)),
        controls=MOD_11_2_CONTROL,
        source=r"(?:https?://)?(?:www\.)?orcid\.org/|orcid(?: id)?\b",
        tidy=_upper,
        address="https://orcid.org/{display}",
        groups=(4, 4, 4, 4),
        joint="-",
    ),
    Scheme.WIKIDATA: Rule(
        _("L’identifiant Wikidata"),
        shape=_digits(12, shortest=1, after=("Q",)),
        source=r"(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/|wikidata\b",
        tidy=_upper,
        address="https://www.wikidata.org/wiki/{}",
    ),
    Scheme.FUNDREF: Rule(
        _("L’identifiant de financeur Crossref"),
        shape=_digits(12, shortest=9),
        source=r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?10\.13039/|fundref\b",
        address="https://doi.org/10.13039/{}",
    ),
    Scheme.CORDIS: Rule(
        _("Le numéro de projet CORDIS"),
        shape=_digits(9, shortest=6),
        source=r"(?:https?://)?cordis\.europa\.eu/project/(?:id|rcn)/|cordis\b",
        address="https://cordis.europa.eu/project/id/{}",
    ),
    Scheme.HAL_STRUCTURE: Rule(
        _("L’identifiant de structure HAL"),
        shape=_digits(9, shortest=1),
        source=r"https?://aurehal\.(?:archives-ouvertes|hal)\.\w+/structure/read/id/|struct-",
        tidy=_number,
        address="https://aurehal.archives-ouvertes.fr/structure/read/id/{}",
    ),
    Scheme.HAL_DOCUMENT: Rule(
        _("L’identifiant HAL"),
        pattern=r"[a-z][a-z0-9]*[-_]\d{8}(?:v\d+)?",
        example="tel-04721677",
        source=r"(?:https?://)?(?:[\w-]+\.)*(?:hal\.science|archives-ouvertes\.fr)/(?:[\w-]+/)?(?=[a-z]\w*[-_]\d)",
        tidy=_work,
        address="https://hal.science/{}",
    ),
    Scheme.DOI: Rule(
        _("Le DOI"),
        pattern=r"10\.\d{4,}(?:\.\d+)*/\S+",
        example="10.1038/nature12373",
        source=r"(?:https?://)?(?:dx\.)?doi\.org/|doi\b",
        tidy=_work,
        address="https://doi.org/{}",
        keeps_path=True,
    ),
    Scheme.NNT: Rule(
        _("Le NNT"),
        shape=Shape((*[DIGITS] * 4, *[_ALPHANUMERIC] * 8), starts=("19", "20")),
        source=r"(?:https?://)?(?:www\.)?theses\.fr/(?:fr/|en/)?|nnt\b",
        tidy=_upper,
        address="https://theses.fr/{}",
    ),
    Scheme.SUBJECT: Rule(
        _("Le numéro de sujet"),
        shape=_digits(9, shortest=1, after=("s",)),
        source=r"(?:https?://)?(?:www\.)?theses\.fr/(?:fr/|en/)?",
        tidy=_lower,
        address="https://theses.fr/{}",
    ),
}
