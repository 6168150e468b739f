"""Pieces of a report joined into one tagged file: one tree of structure, one outline, links that cross the pieces.

WeasyPrint does not join the pages of several documents (its issue 2237), so the files themselves are joined.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from .finish import CROSSING

FOOTER = b"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC q /PageNumber Do Q EMC"


@dataclass(frozen=True, kw_only=True)
class Sheaf:
    """A finished piece: its file, and whether it begins in the middle of a chapter."""

    data: bytes
    continues: bool = False


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


def join(front: bytes, sheaves: Sequence[Sheaf], numbers: bytes) -> bytes:
    """One file: its data, language and attachments are those of the front. `numbers` prints each page's number."""
    with pikepdf.open(io.BytesIO(front)) as whole:
        names = _Names(whole)
        outline = _outline_of(whole, 0)
        for rank, sheaf in enumerate(sheaves, start=1):
            with pikepdf.open(io.BytesIO(sheaf.data)) as piece:
                lines = _outline_of(piece, len(whole.pages))
                below = outline[-1].below if sheaf.continues and outline else outline
                below.extend(lines)
                _take(whole, piece, f"p{rank}-", names)
        names.write()
        _write_outline(whole, outline)
        _number(whole, numbers)
        return _bytes_of(whole)


def _take(whole: pikepdf.Pdf, piece: pikepdf.Pdf, prefix: str, names: "_Names") -> None:
    """Add the pages of a piece, its structure below the one document, its named places."""
    first = len(whole.pages)
    _prefix_cells(piece, prefix)
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


def _prefix_cells(piece: pikepdf.Pdf, prefix: str) -> None:
    """Names of header cells are numbered in each piece: made different, so that no cell reads another's header."""
    for one in piece.objects:
        if isinstance(one, Dictionary) and one.get(Name.Type) == Name.StructElem:
            if Name.ID in one:
                one.ID = String(prefix + str(one.ID))
            for attributes in _attributes(one):
                if Name.Headers in attributes:
                    attributes.Headers = Array([String(prefix + str(name)) for name in attributes.Headers])


def _attributes(element: Any) -> list[Any]:
    found = element.get(Name.A)
    return list(found) if isinstance(found, Array) else [found] if isinstance(found, Dictionary) else []


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


def _number(whole: pikepdf.Pdf, numbers: bytes) -> None:
    """Print each page's number, set aside from what is read aloud like the running heads."""
    with pikepdf.open(io.BytesIO(numbers)) as printed:
        for page, number in zip(list(whole.pages)[1:], list(printed.pages)[1:], strict=True):  # the cover has none
            resources: Any = page.obj.Resources  # one for all the pages of a piece
            drawings = Dictionary(resources.get(Name.XObject, Dictionary()))
            drawings.PageNumber = whole.copy_foreign(number.as_form_xobject())
            page.obj.Resources = Dictionary(resources)
            page.obj.Resources.XObject = drawings
            page.contents_add(b"q", prepend=True)
            page.contents_add(FOOTER)
            page.contents_coalesce()


def _bytes_of(whole: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    whole.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()
