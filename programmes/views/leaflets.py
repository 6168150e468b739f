"""A published record as a page to print: made on demand by a process of its own, kept as long as nothing changes."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import wording
from ..admin import throttling
from ..enums import Language
from ..models import Campaign, Protocol
from ..models.agreement import in_force_first
from ..reports import sources
from ..reports.child import RenderingError, render_in_child
from ..sections.base import Frame
from ..sections.blocks import Part, as_plain
from ..templatetags.site import absolute
from .records import RecordFileView

KEPT_FOR = 7 * 86_400  # seconds
MADE = 120  # pages made for one sender in a quarter of an hour; those kept are not counted
LONGEST = 60  # seconds that one may take; the next may then begin
BUSY = "leaflet-busy"


class LeafletView(RecordFileView):
    """The file of one record. A subclass names the model, its page, and what the leaflet holds."""

    detail = ""

    def year(self, record: Any) -> int | None:
        """The last year that the parties declared something of it in a published report."""
        raise NotImplementedError

    def part(self, record: Any, frame: Frame) -> Part:
        """The record as blocks of the report, what matters most first."""
        raise NotImplementedError

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        """The kept file, or a new one; two are never made at once, so that no page waits for a processor."""
        leaflet = self.leaflet(self.object)
        key = f"leaflet-{_digest([sources.code(), leaflet])}"
        data = cache.get(key)
        if data is None:
            counters = throttling.counter("leaflet", throttling.sender(self.request), MADE)
            if throttling.is_exhausted(counters) or not cache.add(BUSY, 1, LONGEST):
                return self._later()
            throttling.count(counters)
            data = made(leaflet)
            if data is None:
                return self._later()
            cache.set(key, data, KEPT_FOR)
        answer = HttpResponse(data, content_type="application/pdf")
        answer.headers["Content-Disposition"] = f'inline; filename="{self.object.slug[:80]}.pdf"'
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    def leaflet(self, record: models.Model) -> dict[str, Any]:
        """What the process that prints is given: plain data, in the reader's language."""
        frame = frame_of(self.year(record))
        part = self.part(record, frame)
        page = reverse(self.detail, args=[record.slug])  # type: ignore[attr-defined]
        return {
            "language": frame.language,
            "title": part.title,
            "author": str(settings.SITE_NAME),
            "address": absolute(self.request, page),
            "day": wording.day(frame.as_of, frame.language),
            "iso": frame.as_of.isoformat(),
            "demo": _("Données de démonstration") if record.is_demo else "",  # type: ignore[attr-defined]
            "part": as_plain(part),
        }

    def _later(self) -> HttpResponse:
        answer = render(self.request, "programmes/leaflet_later.html", {"record": self.object}, status=503)
        answer.headers["Retry-After"] = "10"
        return answer


def frame_of(year: int | None) -> Frame:
    """Today, under the protocol in force, with what was declared of a year; its campaign is not saved."""
    today = localdate()
    protocol = Protocol.objects.visible_to(None).order_by(*in_force_first()).first() or Protocol()
    declared = year or today.year
    campaign = Campaign(protocol=protocol, year=declared, starts_on=today, ends_on=today, money_as_of=today)
    return Frame(campaign=campaign, language=get_language() or Language.FRENCH)


def made(leaflet: dict[str, Any]) -> bytes | None:
    """The file; None when it cannot be made, which the log tells."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "leaflet.pdf"
            return render_in_child({"leaflet": leaflet}, target, time_limit=LONGEST).read_bytes()
    except RenderingError:
        return None
    finally:
        cache.delete(BUSY)


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
