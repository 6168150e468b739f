"""The command load_facts: an empty base, a second time, what people changed or deleted, a wrong file."""

from pathlib import Path

import pghistory
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from programmes.models import Indicator, Theme
from programmes.models.base import Row
from tests.factories import UserFactory
from tests.facts.conftest import loaded

pytestmark = pytest.mark.django_db


def test_the_facts_load_into_an_empty_base(facts: str) -> None:
    assert "inchangés : 0 · modifiés depuis : 0 · supprimés depuis : 0" in facts
    assert not Theme.objects.filter(is_demo=True).exists()


@pytest.mark.usefixtures("facts")
def test_loading_twice_changes_nothing() -> None:
    versions = history()

    said = loaded()

    assert said.startswith("Créés : 0 ·")
    assert "Rien à créer" in said
    assert history() == versions


@pytest.mark.usefixtures("facts")
def test_what_people_changed_and_deleted_is_listed_in_french() -> None:
    with pghistory.context(user=UserFactory().pk):
        Theme.objects.filter(number=8).update(label_en="Digital change")
    Indicator.objects.filter(commitment__number=9).delete()

    said = loaded()

    assert (
        "modifié depuis : themes.toml, [[programmes.theme]] n° 8 « normandie-cnrs-2021-theme-8 » (intitulé en anglais)"
        in said
    )
    assert "supprimé depuis : indicateurs.toml, [[programmes.indicator]] n° 10 « partenariats-internationaux »" in said
    assert Theme.objects.get(number=8).label_en == "Digital change"
    assert not Indicator.objects.filter(commitment__number=9).exists()


def test_a_wrong_file_is_refused_in_one_sentence(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "fixtures" / "facts"
    folder.mkdir(parents=True)
    (folder / "themes.toml").write_text("[[programmes.theme]]\nintitule = 'x'", encoding="utf-8")
    settings.BASE_DIR = tmp_path

    with pytest.raises(CommandError, match=r"themes\.toml.*champ intitule"):
        call_command("load_facts")


def test_a_base_without_its_tables_is_refused_in_one_sentence() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programmes_user RENAME TO elsewhere")

    with pytest.raises(CommandError, match="lancez d’abord"):
        call_command("load_facts")


def history() -> dict[str, int]:
    """How many lines the trail of each table holds."""
    trails = {model.__name__: getattr(model, "history", None) for model in Row.__subclasses__()}
    return {name: trail.rel.related_model.objects.count() for name, trail in trails.items() if trail}
