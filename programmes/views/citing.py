"""The references that readers take away from a page: three files, a sentence, the entry to copy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.urls import reverse

from ..citations import Citation, as_bibtex, as_csl, as_ris, as_sentence
from ..templatetags.worded import address
from .records import RecordFileView

Format = tuple[str, Callable[[Citation], str], str]
FORMATS: Final[dict[str, Format]] = {
    "bib": ("BibTeX", as_bibtex, "application/x-bibtex"),
    "ris": ("RIS", as_ris, "application/x-research-info-systems"),
    "json": ("CSL-JSON", as_csl, "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True, kw_only=True)
class ShownCitation:
    """A reference as a page offers it: the sentence, the entry, the files (words, address)."""

    sentence: str
    entry: str
    files: tuple[tuple[str, str], ...]


def shown_citation(one: Citation | None, page: str, *place: Any) -> ShownCitation | None:
    """The reference with the addresses of its files; `page` names them. None for what is not to be cited."""
    if one is None:
        return None
    files = tuple((words, address(page, *place, name)) for name, (words, _write, _type) in FORMATS.items())
    return ShownCitation(sentence=as_sentence(one), entry=as_bibtex(one), files=files)


def citation_file(one: Citation | None, name: str) -> HttpResponse:
    """The file of a reference. Raises Http404 for an unknown format, and for what is not to be cited."""
    if one is None or name not in FORMATS:
        raise Http404
    _words, write, kind = FORMATS[name]
    answer = HttpResponse(write(one), content_type=f"{kind}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{one.key}.{name}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


class CitationView(RecordFileView):
    """The reference of a record as a file. A subclass names the model and its address, and words the reference."""

    def citation(self, record: Any) -> Citation | None:
        """The reference; None when the record is not to be cited."""
        raise NotImplementedError

    def address_of(self, slug: str) -> str:
        """The same file under another slug."""
        return reverse(self.page, args=[slug, self.kwargs["format"]])

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        """The file of the asked format."""
        return citation_file(self.citation(self.object), self.kwargs["format"])
