"""Pieces of a report joined into one tagged file: one tree of structure, one outline, links that cross the pieces.

WeasyPrint does not join the pages of several documents (its issue 2237), so the files themselves are joined.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from .finish import CROSSING

DIGIT = 9.5 * 0.513  # points from one digit of a page number to the next: its size, the width of the face's digits


@dataclass(frozen=True, kw_only=True)
class Sheaf:
    """A finished piece: its file, and whether it begins in the middle of a chapter."""

    data: bytes
    continues: bool = False


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """The files that the report carries (name, content, description), all of one day."""

    files: Sequence[tuple[str, str, str]]
    day: date


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A line of the outline: its words, its page (from 0), its place there, the lines below."""

    title: str
    page: int
    place: tuple[Any, ...]
    below: list["Lines"]


def places(data: bytes) -> tuple[int, dict[str, int]]:
    """How many pages a piece has, and on which of them (from 0) each named place stands."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages), {str(name): _page(target) for name, target in _named(pdf)}


def join(front: bytes, sheaves: Sequence[Sheaf], digits: bytes, enclosed: Enclosed) -> bytes:
    """One file: its data and language are those of the front; `digits` has ten pages, a digit of page numbers each."""
    with pikepdf.open(io.BytesIO(front)) as whole:
        names = _Names(whole)
        outline = _outline_of(whole, 0)
        for sheaf in sheaves:
            with pikepdf.open(io.BytesIO(sheaf.data)) as piece:
                lines = _outline_of(piece, len(whole.pages))
                below = outline[-1].below if sheaf.continues and outline else outline
                below.extend(lines)
                _take(whole, piece, names)
        names.write()
        _write_outline(whole, outline)
        _number(whole, digits)
        _enclose(whole, enclosed)
        return _bytes_of(whole)


def _take(whole: pikepdf.Pdf, piece: pikepdf.Pdf, names: "_Names") -> None:
    """Add the pages of a piece, its structure below the one document, its named places."""
    first = len(whole.pages)
    whole.add_pages_from(piece, forms="strip")  # first: what is copied below then points at these pages
    copy = whole.copy_foreign(piece.Root.StructTreeRoot)
    tree = whole.Root.StructTreeRoot
    offset = _next_key(tree)
    for page in list(whole.pages)[first:]:
        _shift(page.obj, offset)
    for key, value in _pairs(copy.ParentTree.Nums):
        tree.ParentTree.Nums.append(int(key) + offset)
        tree.ParentTree.Nums.append(value)
    _hang(tree, copy)
    names.add(piece, first)


def _next_key(tree: Any) -> int:
    return max((int(key) for key, _parents in _pairs(tree.ParentTree.Nums)), default=-1) + 1


def _shift(page: Any, offset: int) -> None:
    page.StructParents = int(page.StructParents) + offset
    for annotation in page.get(Name.Annots, ()):
        annotation.StructParent = int(annotation.StructParent) + offset


def _hang(tree: Any, copy: Any) -> None:
    """The elements of a piece stand below the one document element."""
    root = _document(tree)
    for element in _kids(_document(copy)):
        element.P = root
        root.K.append(element)


def _document(tree: Any) -> Any:
    kids = tree.K
    return kids[0] if isinstance(kids, Array) else kids


def _kids(element: Any) -> list[Any]:
    kids = element.get(Name.K, Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _pairs(numbers: Any) -> Iterator[tuple[Any, Any]]:
    return zip(list(numbers)[::2], list(numbers)[1::2], strict=True)


def _page(target: Any) -> int:
    """The page of a place, from 0."""
    page: Any = pikepdf.Page(target[0])
    return int(page.index)


def _named(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    if Name.Names in pdf.Root and Name.Dests in pdf.Root.Names:
        for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
            yield str(name), target


class _Names:
    """The named places of the whole; links that cross pieces lead there."""

    def __init__(self, whole: pikepdf.Pdf) -> None:
        self.whole = whole
        self.places: dict[str, Any] = dict(_named(whole))

    def add(self, piece: pikepdf.Pdf, first: int) -> None:
        """The places of a piece whose pages begin at `first`. Raises ValueError when a name is taken."""
        for name, target in _named(piece):
            if name in self.places:
                raise ValueError(f"Deux endroits du rapport portent le nom «\u00a0{name}\u00a0».")
            page = self.whole.pages[first + _page(target)]
            self.places[name] = Array([page.obj, *list(target)[1:]])

    def write(self) -> None:
        """One name tree in the order of its bytes, as the format wants it."""
        flat = [item for name in sorted(self.places, key=str.encode) for item in (String(name), self.places[name])]
        if Name.Names not in self.whole.Root:
            self.whole.Root.Names = Dictionary()
        self.whole.Root.Names.Dests = self.whole.make_indirect(Dictionary(Names=Array(flat)))
        for page in self.whole.pages:
            for annotation in page.obj.get(Name.Annots, ()):
                self._cross(annotation)

    def _cross(self, annotation: Any) -> None:
        address = str(annotation.A.get(Name.URI, "")) if Name.A in annotation else ""
        if address.startswith(CROSSING):
            del annotation.A
            annotation.Dest = String(address.removeprefix(CROSSING))


def _outline_of(pdf: pikepdf.Pdf, offset: int) -> list[Lines]:
    with pdf.open_outline() as outline:
        return [_line(pdf, item, offset) for item in outline.root]


def _line(pdf: pikepdf.Pdf, item: OutlineItem, offset: int) -> Lines:
    target: Any = item.destination if item.destination is not None else item.action.D  # type: ignore[union-attr]
    return Lines(
        title=item.title,
        page=_page(target) + offset,
        place=tuple(float(number) for number in list(target)[2:]),
        below=[_line(pdf, child, offset) for child in item.children],
    )


def _write_outline(whole: pikepdf.Pdf, lines: Sequence[Lines]) -> None:
    with whole.open_outline() as outline:
        outline.root.clear()
        outline.root.extend(_item(whole, line) for line in lines)


def _item(whole: pikepdf.Pdf, line: Lines) -> OutlineItem:
    target = Array([whole.pages[line.page].obj, Name.XYZ, *line.place])
    item = OutlineItem(line.title, target)
    item.children.extend(_item(whole, child) for child in line.below)
    return item


def _number(whole: pikepdf.Pdf, digits: bytes) -> None:
    """Print each page's number, set aside from what is read aloud like the running heads."""
    with pikepdf.open(io.BytesIO(digits)) as printed:
        drawn = {
            f"/Digit{digit}": whole.copy_foreign(page.as_form_xobject()) for digit, page in enumerate(printed.pages)
        }
        dressed: set[tuple[int, int]] = set()
        for number, page in enumerate(list(whole.pages)[1:], start=2):  # the cover has none
            resources: Any = page.obj.Resources  # one for all the pages of a piece
            if resources.objgen not in dressed or not resources.is_indirect:
                resources.XObject = Dictionary({**dict(resources.get(Name.XObject, {})), **drawn})
                dressed.add(resources.objgen)
            page.contents_add(b"q", prepend=True)
            page.contents_add(_footer(str(number)))
            page.contents_coalesce()


def _footer(number: str) -> bytes:
    """Its digits from the left; the last one stands where it was drawn."""
    places = [DIGIT * (rank - len(number) + 1) for rank in range(len(number))]
    shown = [f"q 1 0 0 1 {place:.3f} 0 cm /Digit{digit} Do Q" for place, digit in zip(places, number, strict=True)]
    return f"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC {' '.join(shown)} EMC".encode()


def _enclose(whole: pikepdf.Pdf, enclosed: Enclosed) -> None:
    """Attach the data, as PDF/A-3 wants it: related to the whole, with a kind, a description and a day."""
    day = f"D:{enclosed.day:%Y%m%d}000000Z"
    for name, content, description in enclosed.files:
        whole.attachments[name] = pikepdf.AttachedFileSpec(  # type: ignore[call-arg]  # its stubs lack `relationship`
            whole, content.encode(), description=description, filename=name, mime_type="text/csv",
            creation_date=day, mod_date=day, relationship=Name.Data,
        )  # fmt: skip


def _bytes_of(whole: pikepdf.Pdf) -> bytes:
    pikepdf.settings.set_flate_compression_level(9)  # a report is written once and sent many times
    target = io.BytesIO()
    whole.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()
