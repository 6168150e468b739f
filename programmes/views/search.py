"""The search across everything that is public, by kind of record."""

import re
from difflib import get_close_matches
from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.generic import TemplateView

from ..filters import Wrong
from ..filters.sets import shortened
from ..models.searching import LONGEST, any_of, plain
from ..sections.finding import Hits
from ..sections.registry import all_sections
from .cards import Card
from .public import PublicPage

ASKED = ("q", "kind")
TOLD = gettext_noop("Une question, tout le registre : engagements, actions, thèses, laboratoires, rapports publiés.")
SURE = 0.75  # how alike a word must be to be proposed instead


class SearchView(PublicPage, TemplateView):
    """Every public record that answers some words: the best of each kind, or all of one kind."""

    reads_query = True
    template_name = "programmes/search.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The groups of answers; when there is none, what holds some of the words, or is spelled nearly so."""
        typed, kind = self.request.GET.get("q", "").strip(), self.request.GET.get("kind", "")
        words = typed.replace("\x00", " ").strip()[:LONGEST]
        groups = self._found(words, kind) if words else ()
        some = any_of(words) if words and not groups else ""
        partly = self._found(some, kind) if some else ()
        near = self._nearest(words) if words and not groups and not partly else ()
        return super().get_context_data(**context) | {
            "words": words,
            "kind": kind,
            "groups": groups,
            "count": sum(group.count for group in groups),
            "some": some,
            "partly": partly,
            "near": near,
            "instead": instead(words, near),
            "wrong": tuple(self._wrong(typed, kind)),
            "card": Card(description=_(TOLD), page="SearchResultsPage"),
            "has_demo": any(hit.is_demo for group in (*groups, *partly, *near) for hit in group.hits),
        }

    def _found(self, words: str, kind: str) -> tuple[Hits, ...]:
        viewer = self.request.user
        return tuple(hits for section in all_sections() for hits in section.search(words, viewer, kind))

    def _nearest(self, words: str) -> tuple[Hits, ...]:
        return tuple(hits for section in all_sections() for hits in section.nearest(words, self.request.user))

    def _wrong(self, typed: str, kind: str) -> list[Wrong]:
        wrong = []
        address = f"?{urlencode({'q': typed.replace(chr(0), '')})}"
        if "\x00" in typed:
            sentence = _("«\u00a0%(value)s\u00a0» ne peut pas être cherché.") % {"value": shortened(typed)}
            wrong.append(Wrong(sentence=sentence, without=address))
        if kind and kind not in {one.name for section in all_sections() for one in section.sought(self.request.user)}:
            sentence = _("«\u00a0%(value)s\u00a0» n’est pas une sorte de fiches que l’on peut chercher.")
            wrong.append(Wrong(sentence=sentence % {"value": shortened(kind)}, without=address))
        for name in self.request.GET:
            if name not in ASKED and not name.startswith("utm_"):
                sentence = _("«\u00a0%(name)s\u00a0» n’est pas un filtre de cette liste\u00a0: il est laissé de côté.")
                wrong.append(Wrong(sentence=sentence % {"name": shortened(name)}, without=address))
        return wrong


def instead(words: str, near: tuple[Hits, ...]) -> dict[str, str] | None:
    """The words that were probably meant, and their address: each replaced by the one of these titles most like it."""
    told = " ".join(strip_tags(f"{hit.title} {hit.passage}") for group in near for hit in group.hits)
    known = {plain(word): word.lower() for word in re.findall(r"\w{4,}", told)}
    meant = re.sub(r"\w{4,}", lambda typed: _alike(typed[0], known), words)
    if plain(meant) == plain(words):
        return None
    return {"words": meant, "address": f"{reverse('programmes:search')}?{urlencode({'q': meant})}"}


def _alike(word: str, known: dict[str, str]) -> str:
    found = get_close_matches(plain(word), known, n=1, cutoff=SURE)
    return known[found[0]] if found else word
