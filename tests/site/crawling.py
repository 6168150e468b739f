"""A crawler of the public site: follows whatever a page leads to, a form included, and keeps what it read."""

import io
import re
import zipfile
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

from django.test import Client

LEADING = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}
HOST = "http://testserver"
ELSEWHERE = re.compile(r"/admin/|/static/|/en/reports/.*/tables/.|.*\.pdf$")  # lists of a report: in French alone
ADDRESS = re.compile(HOST + r"[^\s<>{}\"',;\\&]*")
FROZEN = re.compile(r"/(tableaux|tables)/")
PROBE = "fuites"  # a word that search takes for the mark of what must not be found


class Reader(HTMLParser):
    """The links of a page, and what its forms would ask."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self._action: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element leads."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._action = given.get("action", "") if given.get("method", "get").lower() == "get" else None
        self.links |= {given.get(LEADING.get(tag, ""), ""), given.get("data-hx-get", "")}
        if tag in ("input", "option") and self._action is not None:
            self._ask(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._action = None

    def _ask(self, tag: str, given: dict[str, str]) -> None:
        """What a form would ask with this box ticked, or with our word in it."""
        if tag == "input" and given.get("name"):
            value = PROBE if given.get("type") in ("search", "text") else given.get("value", "")
            self.links.add(f"{self._action}?{urlencode({given['name']: value})}" if value else "")


@dataclass
class Crawl:
    """What was read at each address."""

    client: Client
    texts: dict[str, str] = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)

    def run(self, *starts: str) -> "Crawl":
        """Follow everything from these addresses."""
        queue, seen = deque(starts), set(starts)
        while queue:
            address = queue.popleft()
            for found in sorted(self._links_of(address) - seen):
                seen.add(found)
                queue.append(found)
        return self

    def _links_of(self, address: str) -> set[str]:
        answer: Any = self.client.get(address)
        if answer.status_code in (301, 302):
            return self._kept({answer["Location"]}, address)
        if answer.status_code != 200:
            self.broken[address] = answer.status_code
            return set()
        data = b"".join(answer.streaming_content) if answer.streaming else answer.content
        self.texts[address] = text_of(data)
        if not answer["Content-Type"].startswith("text/html"):
            return self._kept(addresses_in(self.texts[address]), address)
        reader = Reader()
        reader.feed(self.texts[address])
        return self._kept(reader.links, address)

    def _kept(self, links: set[str], base: str) -> set[str]:
        """Those of the site itself; from a list that is narrowed down already, no narrower one."""
        whole = {frozen(urldefrag(urljoin(HOST + base, link)).url) for link in links if link}
        own = {link.removeprefix(HOST) for link in whole if link.startswith(f"{HOST}/")}
        if "?" in base:
            here = urlsplit(base).path
            own = {link for link in own if "?" not in link or urlsplit(link).path != here}
        return {ordered(link) for link in own if not ELSEWHERE.match(link)}


def frozen(address: str) -> str:
    """Without its question when it is a list of a printed report: the whole list holds all its answers."""
    return urlsplit(address)._replace(query="").geturl() if FROZEN.search(address) else address


def ordered(address: str) -> str:
    """The same address with its questions in order, so that it is asked once."""
    parts = urlsplit(address)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.path}?{query}" if query else parts.path


def addresses_in(text: str) -> set[str]:
    """The addresses of the site that a file tells: a sitemap, a feed, a calendar, data."""
    return set(ADDRESS.findall(text))


def text_of(data: bytes) -> str:
    """What a file says; the parts of a workbook one after the other."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
    return data.decode(errors="replace")
