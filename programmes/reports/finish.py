"""Last touches on a tagged PDF before it is written, so that one file is PDF/UA-1 and PDF/A-3a at once.

WeasyPrint writes one variant at a time (its issue 2783), leaves running heads as unlinked spans, gives header cells no
scope and names internal links by their anchor.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

CROSSING = "x-dest:"  # the address of a place in another piece, until the pieces are joined

UA_MARK = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def finish(document: Any, pdf: Any, mark: str = "") -> None:
    """The public hook of `write_pdf`. `mark` begins the names of header cells: each piece numbers its own from 1."""
    _mark_as_accessible(pdf)
    for page in document.pages:
        _describe(page, mark)
    _set_running_heads_aside(pdf)


def _mark_as_accessible(pdf: Any) -> None:
    """The PDF/UA mark with the schema PDF/A wants for it, in a stream that any tool can read."""
    metadata = _object(pdf, pdf.catalog["Metadata"])
    metadata.stream = [b"\n".join(metadata.stream).replace(b"</rdf:RDF>", UA_MARK)]
    metadata.compress = False


def _describe(page: Any, mark: str) -> None:
    """Scope and name of header cells; words of links inside the document."""
    for box in page._page_box.descendants():
        element = getattr(box, "mark", None)
        if element is not None and element.get("S") == "/TH":
            element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
            element["ID"].string = mark + element["ID"].string  # the cells below hold the very same name
        if box.link_annotation and box.element is not None and _stays_inside(box.link_annotation):
            box.link_annotation["Contents"] = pydyf.String(" ".join("".join(box.element.itertext()).split()))


def _stays_inside(annotation: Any) -> bool:
    """Whether a link leads to a place of the report, of this piece or of another."""
    return "Dest" in annotation or annotation["A"]["URI"].string.startswith(CROSSING)


def _set_running_heads_aside(pdf: Any) -> None:
    """What hangs outside the tree (margin boxes) becomes an artifact of pagination."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    reached = set(_references(pdf, root["K"]))
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    for index, page_reference in enumerate(pdf.page_references):
        parents = numbers[2 * index + 1]
        loose = {mcid for mcid, reference in enumerate(parents) if reference not in reached}
        _as_artifacts(_object(pdf, _object(pdf, page_reference)["Contents"]).stream, loose)
        for mcid in loose:
            parents[mcid] = "null"


def _as_artifacts(stream: list[Any], loose: set[int]) -> None:
    for position, item in enumerate(stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in loose:
            stream[position - 1] = b"/Artifact"
            stream[position] = pydyf.Dictionary({"Type": "/Pagination"})


def _references(pdf: Any, kids: Any) -> Iterator[Any]:
    """Every structure element below these kids; integers are marked content, not elements."""
    for kid in kids:
        if not isinstance(kid, int):
            yield kid
            yield from _references(pdf, _object(pdf, kid).get("K", ()))


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
