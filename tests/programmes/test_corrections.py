"""What was meant by a refused identifier: usual slips are guessed, and only when one reading is left."""

import pytest

from programmes.identifiers import Identifier, Scheme, correction, other_schemes


@pytest.mark.parametrize(
    ("scheme", "typed", "meant"),
    [
        (Scheme.SIRET, "180O8901303720", "18008901303720"),
        (Scheme.SIRET, "SIRET 1800890l3O3720", "18008901303720"),
        (Scheme.SIREN, "SIREN : 200 053 403, Région", "200053403"),
        (Scheme.SIREN, "200053430", "200053403"),
        (Scheme.ORCID, "0000-0002-1825-0O97", "0000000218250097"),
        (Scheme.ORCID, "0000-0002-1825-0079", "0000000218250097"),
        (Scheme.IDREF, "26403064", "026403064"),
        (Scheme.NNT, "thèse 2021NORMR001 (soutenue)", "2021NORMR001"),
        (Scheme.DOI, "voir https://doi.org/10.1038/nature12373, consulté hier", "10.1038/nature12373"),
        (Scheme.HAL_DOCUMENT, "dépôt tel-04721677 (HAL)", "tel-04721677"),
        (Scheme.UNIT_CODE, "laboratoire UMR6014", "UMR 6014"),
    ],
)
def test_a_usual_slip_is_guessed(scheme: Scheme, typed: str, meant: str) -> None:
    assert correction(scheme, typed) == Identifier(scheme, meant)


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        (Scheme.SIRET, "12"),
        (Scheme.SIREN, "200053404"),
        (Scheme.SIREN, "200053403 ou 180089013"),
        (Scheme.NNT, "2021-NORM"),
        (Scheme.UNIT_CODE, "néant"),
        (Scheme.SIRET, "…"),
    ],
)
def test_nothing_is_guessed_when_nothing_or_too_much_fits(scheme: Scheme, typed: str) -> None:
    assert correction(scheme, typed) is None


def test_the_number_of_another_register_is_named() -> None:
    assert other_schemes(Scheme.SIRET, "200053403") == (Scheme.SIREN,)


def test_a_number_without_control_characters_proves_nothing() -> None:
    assert other_schemes(Scheme.SIRET, "Q42") == ()
