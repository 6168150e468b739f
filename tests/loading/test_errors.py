"""A file that cannot be loaded is refused in French, naming file, table, entry and field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from programmes.loading import LoadError, load
from programmes.models import User
from tests.loading.conftest import AGREEMENT, PARTNERS

pytestmark = pytest.mark.django_db
Refused = Callable[..., str]
THEME = "2.toml, [[programmes.theme]] n° 1 « bretagne-2024-theme-1 »"


def test_a_file_that_is_not_toml(refused: Refused) -> None:
    assert "1.toml : ce fichier ne se lit pas" in refused("[[programmes.theme]]\nlabel = sans guillemets")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="absent"):
        load([tmp_path / "absent.toml"], author=User.objects.calendar(), reason="essai")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titre = 1", "« titre » devrait être une table"),
        ("[[programmes.domaine]]\nlabel = 'x'", "[[programmes.domaine]] : cette table n’existe pas"),
        ("[programmes.theme]\nlabel = 'x'", "une liste de tables est attendue"),
        ("[[programmes.theme]]\ntitle = 'x'", "champ title : inconnu ici. Champs connus : colour"),
        ("[[programmes.theme]]\nstatus = 'published'", "champ status : inconnu ici"),
        ("[[programmes.theme]]\nhistory = []", "champ history : inconnu ici"),
    ],
)
def test_a_table_or_a_field_that_does_not_exist(refused: Refused, text: str, said: str) -> None:
    assert said in refused(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('label = "La mer et ses rivages"', "", f"{THEME}, champ label : Ce champ ne peut pas être vide."),
        ("number = 1\n", "number = 'un'\n", f"{THEME}, champ number : La valeur « un » doit être un nombre entier."),
        ("number = 1\n", "number = 1\ncolour = 12\n", f"{THEME}, champ colour : La valeur « 12 » n’est pas"),
        ('protocol = "bret', 'protocol = "pret', f"{THEME}, champ protocol : aucune fiche de la table"),
        ('"bretagne-2024"\nnumber', "{number = 3}\nnumber", "ne désigne pas une fiche, il faut indiquer : reference"),
        ('organisation = "region-bretagne"', 'organisation = "rien"', "[[parties]] n° 1, champ organisation"),
        ('model = "programmes.theme", ', "", "champ record"),
        ('model = "programmes.theme"', 'model = "programmes.domaine"', "il faut la table et la clé"),
        ('model = "programmes.theme"', 'model = "theme"', "il faut la table et la clé"),
        ("starts_on = 2024-01-01", "starts_on = 2024-01-01\nends_on = 2023-01-01", "finit après avoir commencé"),
    ],
)
def test_a_value_that_is_wrong(refused: Refused, old: str, new: str, said: str) -> None:
    assert old in AGREEMENT

    assert said in refused(PARTNERS, AGREEMENT.replace(old, new))


def test_an_identifier_with_a_wrong_digit(refused: Refused) -> None:
    sentence = refused(PARTNERS.replace("089 013", "089 014"))

    assert "1.toml, [[programmes.organisation]] n° 3 « organisme », [[identifiers]] n° 1, champ value" in sentence


def test_the_same_record_twice(refused: Refused) -> None:
    sentence = refused(PARTNERS, PARTNERS)

    assert "2.toml, [[programmes.organisation]]" in sentence
    assert "la même fiche est déjà dans 1.toml" in sentence


def test_two_records_that_rest_on_each_other(refused: Refused) -> None:
    ring = PARTNERS.replace('name = "Organisme de test"', 'name = "Organisme de test"\nparent = "institut"')

    assert "se renvoient l’une à l’autre" in refused(ring)


def test_a_rule_over_several_rows(refused: Refused) -> None:
    twins = 'parties = [{organisation = "region-bretagne", rank = 2}'

    sentence = refused(PARTNERS, AGREEMENT.replace('parties = [{organisation = "region-bretagne", rank = 1}', twins))

    assert "même rang" in sentence


def test_a_rule_that_the_base_checks_when_all_is_kept(refused: Refused) -> None:
    grant = """
    [[projects.project]]
    reference = "action"
    kind = "research"
    title = "Une action"
    [[projects.project.grants]]
    reference = "subvention"
    organisation = "region-bretagne"
    beneficiary = "organisme"
    purpose = "Une étude"
    amount = 100
    payments = [{mandate_number = "1", budget_year = 2024, paid_on = 2024-03-01, amount = 200}]
    """

    sentence = refused(PARTNERS, grant)

    assert "Les fichiers se contredisent : Les versements (200,00 €) dépassent le montant voté" in sentence


def test_a_table_without_a_key_is_not_loaded(files: Callable[..., list[Path]]) -> None:
    paths = files("[[programmes.errorreport]]\naddress = '/fr/'\nmessage = 'x'")

    with pytest.raises(LoadError, match="ne se charge pas"):
        load(paths, author=User.objects.calendar(), reason="essai")
