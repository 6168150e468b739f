"""What stands before the chapters, ready for its templates: forewords, every commitment on one page, contents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from programmes import wording
from programmes.sections.blocks import Awaited, Pledge, Quote, Report, Trace

from .cells import Online, other

FOREWORDS: Final = "avant-propos"
GLANCE: Final = "une-page"
SHORT, MEDIUM = 420, 1_300  # signs of a foreword: up to here it is set large, up to there larger than text
BEGINNING: Final = 48  # words of a foreword on the first page of an edition
DENSE: Final = range(39, 56)  # lines of contents which a page holds only when set closer


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the contents; `page` is empty when the layout is to find it."""

    anchor: str
    words: str
    page: str = ""
    below: Sequence["Entry"] = ()


@dataclass(frozen=True, kw_only=True)
class Foreword:
    """A foreword, its paragraphs apart; the shorter it is, the larger it is set."""

    quote: Quote
    lines: Sequence[str]
    under: str
    size: str
    language: str


@dataclass(frozen=True, kw_only=True)
class PrintedPromise:
    """A line of the page of commitments; `page` is empty when the layout is to find it.

    Online, `place` is the page of the commitment's sheet, and `records` the list behind the figure that proves.
    """

    row: Pledge
    page: str
    page_words: str
    href: str
    language: str
    proof_language: str
    place: str = ""
    records: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedDecision:
    """A decision awaited, with who carries it out and by when."""

    text: str
    who: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How many commitments stand at a level, with the list of them."""

    state: str
    label: str
    count: int
    records: str


def forewords_title() -> str:
    """The head of the forewords."""
    return _("Avant-propos")


def context(
    report: Report, pages: Mapping[str, int], *, alone: bool = False, online: Online | None = None
) -> dict[str, Any]:
    """What the templates of the front read; `pages` says where each place stands, from 1; `online`, which address."""
    contents = _contents(report, pages)
    found: dict[str, Any] = {
        "contents": contents,
        "opening": _opening(report),
        "is_dense": _lines(contents) in DENSE,
        "forewords": [_foreword(quote, report.language) for quote in report.forewords],
        "forewords_anchor": FOREWORDS,
        "glance_anchor": GLANCE,
        "glance": report.glance,
        "alone": alone,
    }
    if report.glance is not None:
        found["promises"] = [_promise(row, pages, report.language, online) for row in report.glance.promises]
        found["awaited"] = [_decision(row, report.language) for row in report.glance.decisions]
    return found


def excerpt(report: Report, online: Online) -> dict[str, Any]:
    """What the first page of an edition shows of its front: how the first foreword begins, how many stand where."""
    found: dict[str, Any] = {}
    if report.forewords:
        first = _foreword(report.forewords[0], report.language)
        found["foreword"] = {
            "said": first,
            "words": Truncator(" ".join(first.lines)).words(BEGINNING, truncate="\xa0…"),
        }
    if report.glance is not None:
        found["glance"] = {"title": report.glance.title, "levels": _standings(report.glance.promises, online)}
    return found


def _standings(promises: Sequence[Pledge], online: Online) -> list[Standing]:
    """The levels in the order in which the page first names them."""
    counts = Counter((one.level.state, one.level.label) for one in promises)
    return [
        Standing(
            state=state,
            label=label,
            count=count,
            records=online.records(Trace(table="engagements", where=(("level", label),))),
        )
        for (state, label), count in counts.items()
    ]


def extract(report: Report) -> str:
    """Where the one page comes from, at its foot."""
    words = {"title": report.title, "year": report.year, "edition": report.edition, "protocol": report.protocol}
    if report.edition:
        return _("Extrait du %(title)s %(year)s, %(edition)s. %(protocol)s. Les pages sont celles du rapport.") % words
    return (
        _("Extrait du %(title)s %(year)s, aperçu de travail. %(protocol)s. Les pages sont celles du rapport.") % words
    )


def _contents(report: Report, pages: Mapping[str, int]) -> list[Entry]:
    """Every chapter and sheet; a page that stands before the contents is found by the layout itself."""
    return _opening(report) + [
        Entry(
            anchor=chapter.slug,
            words=f"{chapter.theme}. {chapter.title}" if chapter.theme else chapter.title,
            page=str(pages.get(chapter.slug, "")),
            below=[
                Entry(anchor=part.anchor, words=part.title, page=str(pages.get(part.anchor, "")))
                for part in chapter.parts
            ],
        )
        for chapter in report.chapters
    ]


def _opening(report: Report) -> list[Entry]:
    """What stands before the contents."""
    entries = [Entry(anchor=FOREWORDS, words=forewords_title())] if report.forewords else []
    return [*entries, Entry(anchor=GLANCE, words=report.glance.title)] if report.glance is not None else entries


def _lines(contents: Sequence[Entry]) -> int:
    """How many lines the contents take; a chapter's takes one and a half, or more when it is long."""
    chapters = sum(1.5 if len(entry.words) < 88 else 2.7 for entry in contents)
    return int(chapters + sum(len(entry.below) for entry in contents))


def _foreword(quote: Quote, language: str) -> Foreword:
    size = "short" if len(quote.text) <= SHORT else "medium" if len(quote.text) <= MEDIUM else "long"
    day = wording.day(quote.day, language) if quote.day else ""
    return Foreword(
        quote=quote,
        lines=[line.strip() for line in quote.text.splitlines() if line.strip()],
        under=", ".join(filter(None, (quote.function, day, quote.source))),
        size=size,
        language=other(quote.language, language),
    )


def _promise(row: Pledge, pages: Mapping[str, int], language: str, online: Online | None) -> PrintedPromise:
    page = str(pages.get(row.anchor, ""))
    return PrintedPromise(
        row=row,
        page=_("p. %(page)s") % {"page": page} if page else "",
        page_words=_("p. %(page)s") % {"page": page} if page else _("p."),
        href=row.proof_url if row.proof_url.startswith(("https://", "http://")) else "",
        language=other(row.language, language),
        proof_language=other(row.proof_language, language),
        place=online.place(row.anchor) if online else f"#{row.anchor}",
        records=online.records(row.proof_trace) if online and row.proof_trace else "",
    )


def _decision(row: Awaited, language: str) -> PrintedDecision:
    due = _("pour le %(day)s") % {"day": wording.day(row.due_on, language)} if row.due_on else _("sans échéance")
    return PrintedDecision(
        text=row.text, who=", ".join(filter(None, (row.owner, due))), language=other(row.language, language)
    )
