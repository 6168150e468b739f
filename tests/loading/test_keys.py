"""Natural keys: how a file names a row."""

import pytest
from django.contrib.auth.models import Group
from django.db.models import Model

from doctorates.models import DoctoralSchool, Outcome, ThesisFunding
from programmes.loading import LoadError, natural_key
from programmes.loading.directory import Directory
from programmes.models import ErrorReport, Identifier, Party, Theme, UnitCode, User
from projects.models import Contribution, KeyFigure


@pytest.mark.parametrize(
    ("model", "key"),
    [
        (Theme, ("reference",)),
        (Contribution, ("reference",)),
        (DoctoralSchool, ("number",)),
        (User, ("email",)),
        (Outcome, ("thesis",)),
        (Party, ("protocol", "organisation")),
        (Identifier, ("scheme", "value")),
        (KeyFigure, ("project", "year", "label")),
        (ThesisFunding, ("thesis", "organisation", "since")),
        (UnitCode, ("laboratory", "since")),
    ],
)
def test_a_row_is_named_by_its_reference_or_by_what_makes_it_unique(model: type[Model], key: tuple[str, ...]) -> None:
    assert natural_key(model) == key


def test_a_table_where_nothing_is_unique_has_no_key() -> None:
    with pytest.raises(LoadError, match="errorreport"):
        natural_key(ErrorReport)


@pytest.mark.django_db
def test_a_table_outside_the_trail_is_looked_up_too() -> None:
    assert Directory().find(Group, ("inconnu",)) is None
