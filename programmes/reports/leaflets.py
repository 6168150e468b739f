"""One record on one page: the parts of the report about it, shortened until they fit, as accessible as the report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise, zip_longest
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import Truncator

from programmes.charts import palette
from programmes.sections.blocks import Block, Chart, Heading, Paragraph, Part, Rich, Table, from_plain

from .finish import finish
from .pages import part_of
from .typesetting import document

SHORT = 420  # signs of a text on a page that is too full


def pdf(leaflet: Mapping[str, Any], progress: Callable[[int, str], None]) -> bytes:
    """The PDF of a leaflet: `language`, `title`, `author`, `address`, `day`, `demo`, and the plain form of its `part`.

    What does not fit is left out from the end, the money last, and the page says where to read on.
    """
    progress(10, "Mise en page")
    return bytes(document(fitted(leaflet)).write_pdf(pdf_variant="pdf/a-3a", finisher=finish))


def fitted(leaflet: Mapping[str, Any]) -> str:
    """The page with as many of its blocks as one page takes, texts shortened before any is left out."""
    part = _alone(from_plain(leaflet["part"]))
    if _fits(leaflet, part):
        return html(leaflet, part)
    blocks = [_shortened(block) for block in part.blocks]
    order = _by_weight(blocks)
    kept, refused = 0, len(blocks) + 1
    while refused - kept > 1:
        tried = (kept + refused) // 2
        if _fits(leaflet, _of(part, blocks, order[:tried]), cut=True):
            kept = tried
        else:
            refused = tried
    return html(leaflet, _of(part, blocks, order[:kept]), cut=True)


def html(leaflet: Mapping[str, Any], part: Part, *, cut: bool = False) -> str:
    """The page; `cut`: something was left out."""
    context = {
        **leaflet,
        "part": part_of(part, leaflet["language"]),
        "tone": palette.colour(part.tone or "ink"),
        "cut": cut,
    }
    with translation.override(leaflet["language"]):
        return render_to_string("programmes/reports/leaflet.html", {"leaflet": context})


def _fits(leaflet: Mapping[str, Any], part: Part, *, cut: bool = False) -> bool:
    return len(document(html(leaflet, part, cut=cut)).render().pages) == 1


def _by_weight(blocks: Sequence[Block]) -> list[int]:
    """The places of the blocks, those to keep longest first: the money, what opens the page, the others."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    under = list(pairwise([*starts, len(blocks)]))
    first = list(chain(*(range(*ends) for ends in under if any(map(_is_money, blocks[slice(*ends)])))))
    return [*first, *(place for place in range(len(blocks)) if place not in first)]


def _is_money(block: Block) -> bool:
    return isinstance(block, Table) and any(column.kind == "money" for column in block.columns)


def _of(part: Part, blocks: Sequence[Block], places: Sequence[int]) -> Part:
    """The part with the blocks of these places; a heading with nothing below it is left out."""
    kept = [blocks[place] for place in sorted(places)]
    bare = [isinstance(one, Heading) and (after is None or isinstance(after, Heading))
            for one, after in zip_longest(kept, kept[1:])]  # fmt: skip
    return replace(part, blocks=tuple(block for block, is_bare in zip(kept, bare, strict=True) if not is_bare))


def _alone(part: Part) -> Part:
    """A part out of its report: no file is attached to it that its drawings could name."""
    blocks = (replace(block, table="") if isinstance(block, Chart) else block for block in part.blocks)
    return replace(part, blocks=tuple(blocks), new_page=False)


def _shortened(block: Block) -> Block:
    match block:
        case Paragraph():
            return replace(block, text=Truncator(block.text).chars(SHORT))
        case Rich():
            return replace(block, html=Truncator(block.html).chars(SHORT, html=True))
    return block
