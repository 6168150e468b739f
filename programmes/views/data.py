"""Open data: what there is, what each column means, the files with their fingerprints, the catalogue for portals."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import IO, Any

from django.core.files.storage import default_storage
from django.db.models import Count, Max, Min, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from .. import linked
from ..cells import Kind
from ..exports import stores
from ..exports.formats import LONGEST_WORKBOOK, OPEN, Format
from ..linked import LICENCE, Node
from ..models import Stamp
from ..sections.datasets import Column, Dataset
from ..sections.registry import all_datasets
from ..templatetags.site import absolute
from .cards import Card, address_of
from .public import PublicPage, ReadOnly
from .taking import file_answer, place_of

AT_ONCE = 20_000  # rows that are written in memory, so that their file has its size and its fingerprint
JSON_TYPES = {
    Kind.NUMBER: "number",
    Kind.SHARE: "number",
    Kind.DAY: "date",
    Kind.MOMENT: "datetime",
    Kind.FLAG: "boolean",
}


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file of a data set; its size and fingerprint once it was made."""

    format: Format
    address: str
    stored: stores.Stored | None

    @property
    def name(self) -> str:
        """What people call its format."""
        return self.format.value.upper()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A data set as the page and the catalogue tell it."""

    dataset: Dataset
    count: int
    has_demo: bool
    first: date | int | None
    last: date | int | None
    changed_on: date | None
    downloads: tuple[Download, ...]
    columns: tuple[Column, ...]
    schema: str

    @property
    def period(self) -> str:
        """The years that it covers; empty when no date is known."""
        years = [getattr(day, "year", day) for day in (self.first, self.last) if day]
        return "\u2013".join(str(year) for year in dict.fromkeys([min(years), max(years)])) if years else ""


def shown(dataset: Dataset, request: HttpRequest) -> Shown:
    """A data set with what is known of its rows and its files: two queries once the files are there."""
    place, viewer = place_of(request), request.user
    state = stores.state_of(dataset, viewer, place)
    bounds = {"first": dataset.first, "last": dataset.last}
    asked = {name: (Min if name == "first" else Max)(path) for name, path in bounds.items() if path}
    invented = Count("pk", distinct=True, filter=Q(is_demo=True))
    rows = dataset.rows(viewer).order_by()
    totals = rows.aggregate(count=Count("pk", distinct=True), invented=invented, **asked)
    downloads = tuple(
        Download(
            format=kind, address=file_address(request, dataset, kind), stored=stores.found(dataset, state.key, kind)
        )
        for kind in OPEN
        if kind != Format.XLSX or totals["count"] <= LONGEST_WORKBOOK
    )
    return Shown(
        dataset=dataset,
        count=totals["count"],
        has_demo=totals["invented"] > 0,
        first=totals.get("first"),
        last=totals.get("last"),
        changed_on=state.changed_on,
        downloads=downloads,
        columns=dataset.columns(viewer),
        schema=absolute(request, reverse("programmes:data_schema", args=[dataset.name])),
    )


def home(request: HttpRequest) -> str:
    """The page of the open data."""
    return absolute(request, reverse("programmes:data"))


def file_address(request: HttpRequest, dataset: Dataset, kind: Format) -> str:
    """Where a file is got, for ever."""
    return absolute(request, reverse("programmes:data_file", args=[dataset.name, kind.value]))


class DataView(PublicPage, TemplateView):
    """The data sets, in plain words."""

    template_name = "programmes/data.html"

    @classmethod
    def state(cls, **_arguments: Any) -> str:
        """What differs once something public changed, or the files were made anew."""
        return Stamp.objects.of_data()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Each data set with its files and its dictionary."""
        sets = [shown(dataset, self.request) for dataset in all_datasets().values()]
        return super().get_context_data(**context) | {
            "sets": sets,
            "licence": LICENCE,
            "has_demo": any(one.has_demo for one in sets),
            "card": Card(
                title=_("Données ouvertes"),
                description=_("Tout ce que ce site publie, en fichiers entiers, à jour du dernier changement."),
                page="CollectionPage",
                graph=(catalogue_node(sets, self.request),),
            ),
        }


def catalogue_node(sets: Sequence[Shown], request: HttpRequest) -> Node:
    """The data sets as search engines of data read them (standards B9)."""
    address = address_of(request, "programmes:data")
    nodes = [
        linked.node(
            "Dataset",
            f"{address}#{one.dataset.name}",
            name=str(one.dataset.title),
            description=str(one.dataset.summary),
            license=LICENCE,
            dateModified=one.changed_on,
            temporalCoverage=one.period.replace("\u2013", "/"),
            isAccessibleForFree=True,
            distribution=[
                linked.node(
                    "DataDownload",
                    contentUrl=download.address,
                    encodingFormat=download.format.media_type.partition(";")[0],
                    sha256=download.stored.sha256 if download.stored else "",
                )
                for download in one.downloads
            ],
        )
        for one in sets
    ]
    return linked.node(
        "DataCatalog", f"{address}#catalogue", name=_("Données ouvertes"), license=LICENCE, dataset=nodes
    )


def dataset_named(name: str) -> Dataset:
    """The data set of an address. Raises Http404."""
    if name not in all_datasets():
        raise Http404
    return all_datasets()[name]


class DataFileView(ReadOnly):
    """A whole data set as a file, with the fingerprint that the page tells.

    A job makes the files. As long as there is none of what the register says now, the same bytes are made for this
    reader alone, and nothing is kept: what was taken back is in no file from that moment.
    """

    def get(self, request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
        """The file, or 304 for those who have it. Raises Http404 for a set or a format that does not exist."""
        dataset = dataset_named(name)
        if kind not in OPEN:
            raise Http404
        wanted, place = Format(kind), place_of(request)
        state = stores.state_of(dataset, request.user, place)
        if stored := stores.found(dataset, state.key, wanted):
            opened = partial(default_storage.open, stored.path)
            return _answer(request, f"{name}.{kind}", Signed(sha256=stored.sha256, size=stored.size, opened=opened))
        count = dataset.rows(request.user).count()
        if wanted == Format.XLSX and count > LONGEST_WORKBOOK:
            raise Http404
        taken = stores.whole(dataset, request.user, place, home(request))
        if count > AT_ONCE:
            return file_answer(taken, wanted)
        content = b"".join(taken.pieces(wanted))
        digest = sha256(content).hexdigest()
        return _answer(
            request, f"{name}.{kind}", Signed(sha256=digest, size=len(content), opened=partial(BytesIO, content))
        )


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The bytes of a file, with their fingerprint."""

    sha256: str
    size: int
    opened: Callable[[], IO[bytes]]


def _answer(request: HttpRequest, name: str, signed: Signed) -> HttpResponseBase:
    """The file, or 304 for those who have it."""
    etag = f'"{signed.sha256}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    kind = Format(name.rpartition(".")[2])
    file = FileResponse(signed.opened(), content_type=kind.media_type)
    digest = base64.b64encode(bytes.fromhex(signed.sha256)).decode()
    file.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    file.headers["Content-Length"] = str(signed.size)
    file.headers["Content-Language"] = get_language() or "fr"
    file.headers["Repr-Digest"] = f"sha-256=:{digest}:"
    file.headers["ETag"] = etag
    return file


class SchemaView(ReadOnly):
    """The columns of a data set as a table schema, for programs that check its CSV."""

    def get(self, request: HttpRequest, name: str) -> JsonResponse:
        """The schema, in the language of the address. Raises Http404."""
        dataset = dataset_named(name)
        columns = dataset.columns(request.user)
        told = {
            "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
            "name": dataset.name,
            "title": str(dataset.title),
            "description": str(dataset.summary),
            "homepage": home(request),
            "fields": [field_of(column) for column in columns],
        }
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


def field_of(column: Column) -> dict[str, Any]:
    """A column as table schemas write it."""
    told: dict[str, Any] = {
        "name": column.name,
        "title": str(column.heading),
        "description": str(column.meaning),
        "type": "string" if column.is_many else JSON_TYPES.get(column.kind, "string"),
    }
    if column.unit:
        told["unit"] = str(column.unit)
    if column.codes:
        told["constraints"] = {"enum": [code for code, _label in column.codes]}
    return told
