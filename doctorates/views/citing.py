"""How a co-funded thesis is cited, and what its page tells the indexes of theses."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from programmes.citations import Citation, Name
from programmes.identifiers import Identifier, Scheme
from programmes.models import Person
from programmes.templatetags.site import absolute
from programmes.templatetags.worded import address
from programmes.views.citing import CitationView

from ..enums import SupervisionRole, ThesisResult, ThesisState
from ..models import Thesis

DIRECTORS = (SupervisionRole.SUPERVISOR, SupervisionRole.CO_SUPERVISOR)


def thesis_citation(thesis: Thesis, request: HttpRequest) -> Citation | None:
    """The reference of a thesis defended with success; None for the others. Load whom it names first.

    The title is the one of the thesis itself, in its own language: a courtesy translation is not cited.
    """
    if thesis.state != ThesisState.DEFENDED or thesis.result == ThesisResult.REFERRED:
        return None
    candidate = thesis.public_candidate
    ours = absolute(request, address("doctorates:detail", thesis.slug))
    elsewhere = (entry.url for entry in registers(thesis) if entry.url)
    return Citation(
        kind="thesis",
        key=thesis.reference,
        title=thesis.title,
        language="fr",
        genre=_("thèse de doctorat"),
        address=next(elsewhere, ours),
        authors=(_name(candidate),) if candidate else (),
        directors=tuple(_name(one.person) for one in thesis.supervisions.all() if one.role in DIRECTORS),
        publisher=thesis.awarding_body.name if thesis.awarding_body else "",
        issued=thesis.defended_on,
        number=thesis.nnt or "",
        abstract="" if thesis.is_confidential_on(localdate()) else thesis.abstract,
        keywords=words_of(thesis.keywords),
        note=_("Référence de démonstration, inventée") if thesis.is_demo else "",
    )


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A register that knows a thesis by a number; no link for an invented one, which no register knows."""

    label: str
    value: str
    url: str


def registers(thesis: Thesis) -> tuple[Entry, ...]:
    """Where a thesis is described elsewhere, the national portal first."""
    known = (
        ("NNT", Scheme.NNT, thesis.nnt),
        (_("Sujet (theses.fr)"), Scheme.SUBJECT, thesis.subject_number),
        ("HAL", Scheme.HAL_DOCUMENT, thesis.hal_id),
    )
    return tuple(
        Entry(label=label, value=value, url="" if thesis.is_demo else Identifier(scheme, value).url)
        for label, scheme, value in known
        if value
    )


def words_of(text: str) -> tuple[str, ...]:
    """Keywords, taken apart."""
    return tuple(filter(None, (word.strip() for word in text.split(","))))


def described(one: Citation | None) -> tuple[tuple[str, str], ...]:
    """The names and contents that indexes read in the head of the page (standards B9), for what may be cited."""
    return tuple((name, content) for name, content in _described(one) if content) if one else ()


def _described(one: Citation) -> Iterator[tuple[str, str]]:
    day = one.issued.isoformat() if one.issued else ""
    yield "DC.type", "thesis"
    yield "DC.title", one.title
    yield from (("DC.creator", str(name)) for name in one.authors)
    yield from (("DC.contributor", str(name)) for name in one.directors)
    yield "DC.publisher", one.publisher
    yield "DC.date", day
    yield "DC.language", one.language
    yield from (("DC.subject", word) for word in one.keywords)
    yield "DC.description.abstract", one.abstract
    yield "DC.identifier", one.number
    yield "citation_title", one.title
    yield from (("citation_author", _family_first(name)) for name in one.authors)
    yield "citation_dissertation_name", one.genre
    yield "citation_dissertation_institution", one.publisher
    yield "citation_publication_date", day.replace("-", "/")
    yield "citation_language", one.language
    yield "citation_keywords", "; ".join(one.keywords)
    yield "citation_abstract", one.abstract
    yield "citation_abstract_html_url", one.address


def _family_first(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _name(person: Person) -> Name:
    return Name(family=person.family_name, given=person.given_name)


class ThesisCitationView(CitationView):
    """The reference of a thesis as a file."""

    model = Thesis
    page = "doctorates:citation"

    def citation(self, record: Thesis) -> Citation | None:
        """The reference, as its page words it."""
        return thesis_citation(record, self.request)
