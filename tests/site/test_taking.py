"""Every list is also a file: the same rows, the same order, nothing more than its pages show."""

import csv
import io
import json
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client

from doctorates.models import Thesis
from programmes.views import taking
from tests import factories
from tests.site.conftest import Register

LISTS = ["theses", "actions", "laboratoires", "engagements", "themes"]


def body(answer: Any) -> bytes:
    """The whole of a file that comes piece by piece."""
    return b"".join(answer.streaming_content)


def rows(client: Client, path: str) -> list[dict[str, str]]:
    """The rows of a CSV, by their headings."""
    return list(csv.DictReader(io.StringIO(body(client.get(path)).decode("utf-8-sig"))))


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_a_csv_an_xlsx_and_a_json_of_the_same_rows(client: Client, register: Register, name: str) -> None:
    table = list(csv.reader(io.StringIO(body(client.get(f"/fr/{name}/?format=csv")).decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(body(client.get(f"/fr/{name}/?format=xlsx")))).active
    told = json.loads(body(client.get(f"/fr/{name}/?format=json")))

    assert [len(table) - 1, sheet.max_row - 1, len(told["rows"])] == [1, 1, 1]
    assert [cell.value for cell in sheet[1]] == table[0]
    assert told["rows"][0]["url"] == table[1][-1]
    assert client.get(table[1][-1]).status_code == 200


def test_a_file_is_filtered_and_sorted_as_the_list_and_holds_every_row(client: Client, register: Register) -> None:
    titles = [f"Sujet {n:02}" for n in range(25)]
    [factories.ThesisFactory(title=title, published=True, defended=True) for title in titles]

    found = rows(client, "/fr/theses/?state=S&sort=title&format=csv&page=2")

    assert [row["Titre"] for row in found] == titles


def test_headings_and_words_are_in_the_language_of_the_page(client: Client, register: Register) -> None:
    french, english = (rows(client, path)[0] for path in ("/fr/theses/?format=csv", "/en/theses/?format=csv"))

    assert (french["État"], english["Status"]) == ("En préparation", "In preparation")
    assert english["Address"] == f"http://testserver/en/theses/{register.thesis.slug}/"


def test_no_cell_is_a_formula(client: Client, register: Register) -> None:
    Thesis.objects.update(title="=cmd|' /C calc'!A0")

    assert rows(client, "/fr/theses/?format=csv")[0]["Titre"].startswith("'=")


def test_a_candidate_is_named_after_the_defence_alone(client: Client, register: Register) -> None:
    defended = factories.ThesisFactory(published=True, defended=True)
    factories.ThesisFactory(published=True, defended=True, defended_on=date(2024, 1, 9), result="ajourné")

    found = rows(client, "/fr/theses/?format=csv")

    assert {row["Docteur ou docteure"] for row in found} == {"", str(defended.candidate)}


@pytest.mark.parametrize("path", ["/fr/theses/", "/en/theses/", "/fr/laboratoires/"])
def test_an_unknown_format_is_refused_in_words(client: Client, register: Register, path: str) -> None:
    answer = client.get(f"{path}?format=pdf")

    assert answer.status_code == 400
    assert "?format=csv" in answer.content.decode()


def test_a_workbook_that_would_keep_everybody_waiting_is_refused_in_words(
    client: Client, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "LONGEST_WORKBOOK", 0)

    answer = client.get("/fr/theses/?format=xlsx")

    assert (answer.status_code, client.get("/fr/theses/?format=json").status_code) == (400, 200)
    assert "?format=csv" in answer.content.decode()
    assert 'href="?format=xlsx"' not in answer.content.decode()


def test_a_filter_that_cannot_be_read_gives_no_file(client: Client, register: Register) -> None:
    assert client.get("/fr/theses/?year_from=abc&format=csv").status_code == 400


def test_each_list_says_how_many_rows_may_be_taken(client: Client, register: Register) -> None:
    page = client.get("/fr/theses/?state=E").content.decode()

    assert "Emporter cette liste (1 ligne)" in page
    assert "?state=E&amp;format=json" in page
