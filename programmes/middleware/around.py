"""What happens around each request."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.translation import override
from pghistory.middleware import HistoryMiddleware

from ..channels import Channel
from ..masking import masked

Answer = Callable[[HttpRequest], HttpResponse]


class AdminInFrench:
    """The administration is in French, whatever language its reader prefers elsewhere."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(reverse("admin:index")):
            return self.get_response(request)
        with override("fr"):
            request.LANGUAGE_CODE = "fr"
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", "fr")
        return response


class ChangesSigned(HistoryMiddleware):
    """What a request changes is signed: by whom, at which address, in the administration or on the site."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """A page that is made for everybody changes nothing, and must not ask who looks at it."""
        signed: Answer = self.get_response if hasattr(request, "is_shared") else super().__call__
        return signed(request)

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the trail keeps about this request."""
        in_admin = request.path.startswith(reverse("admin:index"))
        channel = Channel.FORM if in_admin else Channel.SITE
        signed = {**super().get_context(request), "channel": channel.value}
        return signed | {"url": masked(request.path)}


class AddressesMasked:
    """Keeps personal addresses out of the web server's own journal, which is written after the answer.

    It comes first, so that whatever runs inside has read the true address before.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name in ("PATH_INFO", "RAW_URI", "REQUEST_URI", "HTTP_REFERER"):
            if name in request.META:
                request.META[name] = masked(request.META[name])
        return response


class NoNulByteInAdmin:
    """A filter of the administration holds no NUL byte: PostgreSQL would answer with an error page.

    The lists of the site read their filters through forms, which refuse it themselves.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") and request.path.startswith(reverse("admin:index")):
            return HttpResponseBadRequest("Adresse non valable.", content_type="text/plain; charset=utf-8")
        return self.get_response(request)
