"""Small files as staff would write them, and the load of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pghistory
import pytest

from programmes.loading import LoadError, Result, load
from programmes.models import User
from tests.factories import UserFactory

Load = Callable[..., Result]

PARTNERS = """
[[programmes.organisation]]
reference = "region-bretagne"
kind = "local_authority"
name = "Région Bretagne"
source = "Invention de test"

[[programmes.organisation]]
reference = "institut"
kind = "institute"
name = "Institut de test"
parent = "organisme"

[[programmes.organisation]]
reference = "organisme"
kind = "research_body"
name = "Organisme de test"
identifiers = [{scheme = "siren", value = "180 089 013"}]
"""

AGREEMENT = """
[[programmes.protocol]]
reference = "bretagne-2024"
title = "Protocole de test"
short_title = "Protocole"
starts_on = 2024-01-01
parties = [{organisation = "region-bretagne", rank = 1}, {organisation = "organisme", rank = 2}]

[[programmes.theme]]
reference = "bretagne-2024-theme-1"
protocol = "bretagne-2024"
number = 1
label = "La mer et ses rivages"
summary = "Une présentation."

[[programmes.remark]]
record = {model = "programmes.theme", reference = "bretagne-2024-theme-1"}
field = "label"
other_value = "La mer"
"""


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes each text as a file; the first is « 1.toml »."""

    def write(*texts: str) -> list[Path]:
        paths = [tmp_path / f"{number}.toml" for number, _text in enumerate(texts, start=1)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


@pytest.fixture
def load_texts(files: Callable[..., list[Path]]) -> Load:
    """Loads texts as the account Calendrier does."""

    def run(*texts: str, demo: bool = False) -> Result:
        return load(files(*texts), author=User.objects.calendar(), reason="essai", demo=demo)

    return run


@pytest.fixture
def by_hand() -> AbstractContextManager[Any]:
    """What is written inside is signed by a person, as in the admin."""
    return pghistory.context(user=UserFactory().pk)


@pytest.fixture
def refused(load_texts: Load) -> Callable[..., str]:
    """The sentence with which texts are refused."""

    def sentence(*texts: str) -> str:
        with pytest.raises(LoadError) as caught:
            load_texts(*texts)
        return str(caught.value).replace("\u00a0", " ")

    return sentence
