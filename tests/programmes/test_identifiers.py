"""Identifiers: those of the Norman bodies pass, a wrong character is named, every spelling comes to one."""

import csv
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from programmes import identifiers
from programmes.identifiers import Identifier, IdentifierValidator, Scheme, check, guess, normalise, parse

WITH_CONTROL = {"rnsr", "siren", "siret", "uai", "ror", "idref"}


def known() -> list[tuple[Scheme, str]]:
    """Identifiers of the bodies of Normandy, from the public registers."""
    with (Path(__file__).parent / "data" / "identifiers.csv").open(encoding="utf-8") as rows:
        return [(Scheme(row["scheme"]), row["value"]) for row in csv.DictReader(rows)]


def refusal(scheme: Scheme, text: str) -> str:
    """The sentence that refuses a text."""
    with pytest.raises(ValidationError) as refused:
        parse(scheme, text)
    return refused.value.messages[0]


@pytest.mark.parametrize(("scheme", "value"), known())
def test_the_identifiers_of_normandy_pass_as_they_stand(scheme: Scheme, value: str) -> None:
    assert parse(scheme, value) == Identifier(scheme, value)
    assert scheme in guess(value)


@pytest.mark.parametrize(("scheme", "value"), [row for row in known() if row[0] in WITH_CONTROL])
def test_a_wrong_second_digit_is_caught_by_the_control(scheme: Scheme, value: str) -> None:
    mistaken = value[0] + str((int(value[1]) + 1) % 10) + value[2:]

    with pytest.raises(ValidationError) as refused:
        check(scheme, mistaken)

    assert refused.value.code == "control"


@pytest.mark.parametrize(
    ("scheme", "typed", "sentence"),
    [
        (
            Scheme.RNSR,
            "200012115Z",
            "Le RNSR 200012115Z ne se contrôle pas\u00a0: la dernière lettre devrait être Y.",
        ),
        (Scheme.UAI, "0141408F", "L’UAI 0141408F ne se contrôle pas\u00a0: la dernière lettre devrait être E."),
        (Scheme.SIREN, "200053404", "Le SIREN 200053404 ne se contrôle pas\u00a0: le dernier chiffre devrait être 3."),
        (
            Scheme.SIRET,
            "18008901303721",
            "Le SIRET 18008901303721 ne se contrôle pas\u00a0: le dernier chiffre devrait être 0.",
        ),
        (
            Scheme.SIRET,
            "18008901400004",
            (
                "Le SIRET 18008901400004 ne se contrôle pas\u00a0: ses neuf premiers chiffres ne forment pas un SIREN, "
                "le neuvième devrait être 3."
            ),
        ),
        (
            Scheme.SIRET,
            "35600000049830",
            "Le SIRET 35600000049830 ne se contrôle pas\u00a0: le dernier chiffre devrait être 2 ou 7.",
        ),
        (
            Scheme.IDREF,
            "026403065",
            "L’identifiant IdRef 026403065 ne se contrôle pas\u00a0: le dernier caractère devrait être 4.",
        ),
        (
            Scheme.ORCID,
            "0000-0002-1694-2330",
            "L’ORCID 0000000216942330 ne se contrôle pas\u00a0: le dernier caractère devrait être X.",
        ),
        (
            Scheme.ROR,
            "051kpcy17",
            "Le ROR 051kpcy17 ne se contrôle pas\u00a0: les deux derniers chiffres devraient être 16.",
        ),
        (
            Scheme.RNSR,
            "20001211Y",
            "Le RNSR 20001211Y est trop court\u00a0: 9 caractères, il en faut 10.",
        ),
        (Scheme.NNT, "2021NORMC2011", "Le NNT 2021NORMC2011 est trop long\u00a0: 13 caractères, il en faut 12."),
        (
            Scheme.CORDIS,
            "1010",
            "Le numéro de projet CORDIS 1010 est trop court\u00a0: 4 caractères, il en faut de 6 à 9.",
        ),
        (
            Scheme.RNSR,
            "2000I2115Y",
            "Le RNSR 2000I2115Y ne convient pas\u00a0: le caractère 5, «\u00a0I\u00a0», devrait être un chiffre.",
        ),
        (
            Scheme.RNSR,
            "200012115O",
            (
                "Le RNSR 200012115O ne convient pas\u00a0: le caractère 10, «\u00a0O\u00a0», devrait être "
                "une lettre sans accent, autre que I, O et Q."
            ),
        ),
        (
            Scheme.ROR,
            "05lkpcy16",
            (
                "Le ROR 05lkpcy16 ne convient pas\u00a0: le caractère 3, «\u00a0l\u00a0», devrait être "
                "un chiffre ou une lettre sans accent, autre que i, l, o et u."
            ),
        ),
        (
            Scheme.RNA,
            "X761000000",
            "Le numéro RNA X761000000 ne convient pas\u00a0: le caractère 1, «\u00a0X\u00a0», devrait être W.",
        ),
        (
            Scheme.NNT,
            "1821NORMC201",
            "Le NNT 1821NORMC201 ne convient pas\u00a0: il devrait commencer par 19 ou 20.",
        ),
        (
            Scheme.UNIT_CODE,
            "Unité 6014",
            "Le code d’unité UNITÉ 6014 n’a pas la forme attendue, par exemple UMR 6014.",
        ),
        (Scheme.DOI, "11.1038/x", "Le DOI 11.1038/x n’a pas la forme attendue, par exemple 10.1038/nature12373."),
        (Scheme.ED, " ", "Le numéro d’école doctorale est vide."),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_was_expected(scheme: Scheme, typed: str, sentence: str) -> None:
    with translation.override("fr"):
        assert refusal(scheme, typed) == sentence


@pytest.mark.parametrize("value", ["35600000000048", "35600000049837"])
def test_the_offices_of_la_poste_follow_their_own_rule(value: str) -> None:
    assert parse(Scheme.SIRET, value).value == value


@pytest.mark.parametrize(
    ("scheme", "typed", "value"),
    [
        (Scheme.RNSR, " 2000 12115 y ", "200012115Y"),
        (Scheme.RNSR, "RNSR\u00a0: 200012115Y", "200012115Y"),
        (Scheme.RNSR, "https://scanr.enseignementsup-recherche.gouv.fr/organizations/200012115Y", "200012115Y"),
        (Scheme.SIREN, "SIREN n°\u00a0180\u202f089\u00a0013", "180089013"),
        (Scheme.SIREN, "https://annuaire-entreprises.data.gouv.fr/entreprise/cnrs-180089013", "180089013"),
        (Scheme.SIRET, "180 089 013 03720", "18008901303720"),
        (Scheme.UAI, "0141408e", "0141408E"),
        (Scheme.RNA, "w761000000", "W761000000"),
        (Scheme.ED, "ED n° 98", "98"),
        (Scheme.ED, "098", "98"),
        (Scheme.ED, "École doctorale 558", "558"),
        (Scheme.ROR, "https://ror.org/051KPCY16", "051kpcy16"),
        (Scheme.ROR, "ror.org/051kpcy16/", "051kpcy16"),
        (Scheme.IDREF, "https://www.idref.fr/026403064/id", "026403064"),
        (Scheme.IDREF, "PPN 02640306-4", "026403064"),
        (Scheme.ORCID, "https://orcid.org/0000-0002-1694-233x", "000000021694233X"),
        (Scheme.ORCID, "ORCID iD: 0000\u20110002\u20111825\u20110097", "0000000218250097"),
        (Scheme.ISNI, "http://www.isni.org/isni/000000021694233X", "000000021694233X"),
        (Scheme.WIKIDATA, "https://www.wikidata.org/wiki/Q280413#P31", "Q280413"),
        (Scheme.WIKIDATA, "q280413", "Q280413"),
        (Scheme.FUNDREF, "https://doi.org/10.13039/501100007527", "501100007527"),
        (Scheme.FUNDREF, "10.13039/501100007527", "501100007527"),
        (Scheme.CORDIS, "https://cordis.europa.eu/project/id/101034329/fr", "101034329"),
        (Scheme.HAL_STRUCTURE, "struct-7127", "7127"),
        (Scheme.HAL_DOCUMENT, "https://theses.hal.science/TEL-04721677v1/document", "tel-04721677v1"),
        (Scheme.HAL_DOCUMENT, "https://shs.hal.science/halshs-00000001", "halshs-00000001"),
        (Scheme.HAL_DOCUMENT, "hal.science/hal-00000001", "hal-00000001"),
        (Scheme.DOI, "https://dx.doi.org/10.1038/Nature12373", "10.1038/nature12373"),
        (Scheme.DOI, "doi: 10.1016/S0140-6736(05)66875-1.", "10.1016/s0140-6736(05)66875-1"),
        (Scheme.NNT, "https://theses.fr/2021normc201", "2021NORMC201"),
        (Scheme.NNT, "http://www.theses.fr/2021NORMC201/document", "2021NORMC201"),
        (Scheme.SUBJECT, "theses.fr/S123456", "s123456"),
        (Scheme.UNIT_CODE, "UMR6014", "UMR 6014"),
        (Scheme.UNIT_CODE, "umr cnrs n° 6014", "UMR 6014"),
        (Scheme.UNIT_CODE, "UMR_6014", "UMR 6014"),
        (Scheme.UNIT_CODE, "UMR-S 1234", "UMR_S 1234"),
        (Scheme.UNIT_CODE, "UMRS1234", "UMR_S 1234"),
        (Scheme.UNIT_CODE, "u1234", "U 1234"),
    ],
)
def test_every_way_of_writing_comes_to_one(scheme: Scheme, typed: str, value: str) -> None:
    parsed = parse(scheme, typed)

    assert parsed.value == value
    assert normalise(scheme, value) == value
    assert parse(scheme, parsed.display) == parsed


@pytest.mark.parametrize(
    ("scheme", "value", "display", "address"),
    [
        (
            Scheme.SIREN,
            "180089013",
            "180\u00a0089\u00a0013",
            "https://annuaire-entreprises.data.gouv.fr/entreprise/180089013",
        ),
        (
            Scheme.SIRET,
            "18008901303720",
            "180\u00a0089\u00a0013\u00a003720",
            "https://annuaire-entreprises.data.gouv.fr/etablissement/18008901303720",
        ),
        (Scheme.ORCID, "000000021694233X", "0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"),
        (
            Scheme.ISNI,
            "000000021694233X",
            "0000\u00a00002\u00a01694\u00a0233X",
            "https://isni.org/isni/000000021694233X",
        ),
        (Scheme.ROR, "051kpcy16", "https://ror.org/051kpcy16", "https://ror.org/051kpcy16"),
        (Scheme.DOI, "10.1002/a<b>#c", "10.1002/a<b>#c", "https://doi.org/10.1002/a%3Cb%3E%23c"),
        (Scheme.NNT, "2021NORMC201", "2021NORMC201", "https://theses.fr/2021NORMC201"),
        (Scheme.SUBJECT, "s123456", "s123456", "https://theses.fr/s123456"),
        (Scheme.HAL_DOCUMENT, "tel-04721677", "tel-04721677", "https://hal.science/tel-04721677"),
        (Scheme.FUNDREF, "501100007527", "501100007527", "https://doi.org/10.13039/501100007527"),
        (Scheme.WIKIDATA, "Q280413", "Q280413", "https://www.wikidata.org/wiki/Q280413"),
        (Scheme.IDREF, "026403064", "026403064", "https://www.idref.fr/026403064"),
        (Scheme.ED, "558", "ED\u00a0558", ""),
        (Scheme.UNIT_CODE, "UMR 6014", "UMR\u00a06014", ""),
    ],
)
def test_an_identifier_reads_well_and_leads_to_its_register(
    scheme: Scheme, value: str, display: str, address: str
) -> None:
    identifier = Identifier(scheme, value)

    assert str(identifier) == display
    assert identifier.url == address


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("200012115Y", (Scheme.RNSR,)),
        ("https://ror.org/051kpcy16", (Scheme.ROR,)),
        ("0000-0002-1694-233X", (Scheme.ISNI, Scheme.ORCID)),
        ("2021NORMC201", (Scheme.NNT,)),
        ("UMR 6014", (Scheme.UNIT_CODE,)),
        ("558", (Scheme.ED, Scheme.HAL_STRUCTURE)),
        ("10.13039/501100007527", (Scheme.FUNDREF, Scheme.DOI)),
        ("Université de Caen", ()),
        ("", ()),
    ],
)
def test_a_text_tells_what_it_may_be(text: str, schemes: tuple[Scheme, ...]) -> None:
    assert guess(text) == schemes


def test_a_validator_refuses_another_spelling_and_gives_the_right_one() -> None:
    with translation.override("fr"), pytest.raises(ValidationError) as refused:
        identifiers.validate_nnt("2021 norm c201")

    assert refused.value.messages == ["Le NNT s’écrit 2021NORMC201."]


def test_a_validator_accepts_the_right_spelling() -> None:
    identifiers.validate_doctoral_school("558")


def test_validators_of_one_scheme_are_the_same_so_that_no_migration_is_made() -> None:
    again = IdentifierValidator(Scheme.NNT)

    assert again == identifiers.validate_nnt
    assert hash(again) == hash(identifiers.validate_nnt)
    assert again != identifiers.validate_doi
    assert again != "nnt"


def test_every_scheme_has_its_validator() -> None:
    offered = {value.scheme for name, value in vars(identifiers).items() if name.startswith("validate_")}

    assert offered == set(Scheme)
