"""The receipt of a respondent on paper: what was answered, when, by whom; accessible like the report."""

from collections.abc import Callable, Mapping
from typing import Any

import weasyprint
from django.template.loader import render_to_string
from django.utils import translation

from . import closed, finish


def html(receipt: Mapping[str, Any]) -> str:
    """The whole document, in the receipt's language."""
    with translation.override(receipt["language"]):
        return render_to_string("programmes/reports/receipt.html", {"receipt": receipt})


def pdf(receipt: Mapping[str, Any], progress: Callable[[int, str], None]) -> bytes:
    """The PDF of a receipt, a plain dictionary."""
    progress(10, "Mise en page")
    fetcher = closed.ClosedFetcher(closed.files([]))
    document = weasyprint.HTML(string=closed.legible(html(receipt)), base_url="report:", url_fetcher=fetcher)
    return bytes(document.write_pdf(pdf_variant="pdf/a-3a", finisher=finish.finish))
