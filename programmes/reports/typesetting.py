"""Pages laid out by WeasyPrint from HTML, tagged and closed to any file but ours; knows no setting and no table."""

import hashlib
from collections.abc import Sequence
from functools import partial

import weasyprint

from . import closed, finish


def laid_out(text: str, tones: Sequence[str] = ()) -> bytes:
    """The tagged pages of one piece, not yet compressed."""
    mark = hashlib.sha256(text.encode()).hexdigest()[:6]
    written = document(text, tones).write_pdf(
        pdf_variant="pdf/a-3a", finisher=partial(finish.finish, mark=f"{mark}-"), uncompressed_pdf=True
    )
    return bytes(written)


def document(text: str, tones: Sequence[str] = ()) -> weasyprint.HTML:
    """The HTML ready for layout; `tones` are the colours of the cover's dots."""
    fetcher = closed.ClosedFetcher(closed.files(tones))
    return weasyprint.HTML(string=closed.legible(text), base_url="report:", url_fetcher=fetcher)
