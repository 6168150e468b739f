"""What travels pressed besides pages, and what never does."""

import base64
import gzip
import hashlib
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.site.conftest import Register

PRESSED = {"Accept-Encoding": "gzip, br"}


def told(answer: Any) -> bytes:
    """The whole body, as it travels."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/fr/actualites.atom", "/fr/theses/?format=csv", "/en/theses/?format=json"]
)
def test_a_file_of_public_data_is_pressed_for_who_takes_it_so(client: Client, register: Register, path: str) -> None:
    plain = client.get(path)

    pressed = client.get(path, headers=PRESSED)

    assert (pressed.headers["Content-Encoding"], "Content-Encoding" in plain.headers) == ("gzip", False)
    assert "Accept-Encoding" in pressed.headers["Vary"]
    assert pressed.streaming == plain.streaming
    assert len(gzip.decompress(told(pressed))) == len(told(plain))


def test_a_fingerprint_travels_with_the_bytes_that_it_is_of(client: Client, register: Register) -> None:
    address = "/fr/donnees/theses.csv"

    plain, pressed = client.get(address), client.get(address, headers=PRESSED)

    digest = base64.b64encode(hashlib.sha256(told(plain)).digest()).decode()
    assert plain.headers["Repr-Digest"] == f"sha-256=:{digest}:"
    assert (pressed.headers["Content-Encoding"], "Repr-Digest" in pressed.headers) == ("gzip", False)
    assert client.get(address, headers=PRESSED | {"If-None-Match": pressed.headers["ETag"]}).status_code == 304


def test_what_holds_a_token_is_never_pressed(client: Client, db: None) -> None:
    client.force_login(factories.UserFactory(administrator=True))

    pages = [client.get(path, headers=PRESSED) for path in ("/admin/", "/fr/contact/")]

    assert [page.status_code for page in pages] == [200, 200]
    assert [page.headers.get("Content-Encoding") for page in pages] == [None, None]


def test_the_icon_is_found_where_browsers_look_for_it(client: Client, db: None) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/static/programmes/mark.svg")
