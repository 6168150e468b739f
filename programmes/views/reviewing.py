"""Reading a report before it is adopted, under a personal address: no account, no cookie, nothing followed."""

import io
from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from .. import workflow
from ..enums import FileFormat, Language
from ..models import EditionFile, ReviewLink
from ..reports import stamp
from ..reports.pages import twin
from .editions import ShownFile, file_words, heading

HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive"}


# The secret of the address is all the right there is, no cookie gives any: a forged form would need to know it.
# A page that sends no referrer could not pass the check either, its forms come from the origin "null".
@method_decorator([never_cache, csrf_exempt], name="dispatch")
class ReviewPage(View):
    """What pages under a review link share: the same courteous answer to every address that does not open."""

    link: ReviewLink

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Guessed, expired, revoked, dropped or published since: nobody can tell which."""
        link = ReviewLink.objects.at(kwargs["token"])
        if link is None:
            response: HttpResponseBase = render(request, "programmes/review_closed.html", status=404)
        else:
            self.link = link
            response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


class ReviewView(ReviewPage):
    """The candidate as a page: looking at it changes nothing."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The twin of the candidate, and its files, all marked as a draft."""
        edition = self.link.edition
        language = get_language() or Language.FRENCH
        context = {
            "link": self.link,
            "edition": edition,
            "campaign": edition.report.campaign,
            "heading": heading(edition.report.campaign),
            "files": [self._shown(token, file) for file in edition.files.filter(format=FileFormat.PDF)],
            "has_demo": edition.contains_demo,
            "twin": twin(edition.content, language),
        }
        return render(request, "programmes/review.html", context)

    def _shown(self, token: str, file: EditionFile) -> ShownFile:
        """A file to click, at an address under the link."""
        address = reverse("programmes:review_file", args=[token, file.language])
        return ShownFile(row=file, words=file_words(file), address=address)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """The reader says to have read it."""
        workflow.reviewing.note_reading(self.link)
        return redirect("programmes:review", token)


class ReviewFileView(ReviewPage):
    """The candidate as a file, "Projet" across each page."""

    def get(self, request: HttpRequest, token: str, language: str) -> FileResponse:
        """The stored file, stamped on the way out."""
        if language not in Language.values:
            raise Http404
        file = get_object_or_404(self.link.edition.files, language=language, format=FileFormat.PDF)
        with file.file.open("rb") as stored:
            data = stamp.proposal(stored.read(), language, reader=self.link.reader, until=self.link.until)
        name = f"projet-{PurePosixPath(str(file.file.name)).name}"
        return FileResponse(io.BytesIO(data), as_attachment=True, filename=name)
