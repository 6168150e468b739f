"""The local mailbox: what an embedded start would have sent, for administrators to read. Nowhere else."""

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.clickjacking import xframe_options_sameorigin

from ..mails import mailbox
from ..roles import Role

SHOWN = 100
AS_SENT = ("From", "To", "Message-ID", "List-Unsubscribe")


def urls(site: AdminSite) -> list[URLPattern]:
    """The list, a mail, and its layout as the frame of its page shows it."""
    return [
        path("courrier/", site.admin_view(list_view), {"site": site}, name="mailbox"),
        path("courrier/<slug:name>/", site.admin_view(letter_view), {"site": site}, name="mailbox_letter"),
        path("courrier/<slug:name>/page/", site.admin_view(html_view), name="mailbox_html"),
    ]


def is_open_to(user: Any) -> bool:
    """Whether this person reads it: an administrator, while no mail leaves this machine."""
    return mailbox.is_in_use() and user.has_role(Role.ADMINISTRATOR)


def list_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """What was sent, the latest first."""
    _check(request)
    letters = mailbox.letters(SHOWN)
    context = {**site.each_context(request), "title": "Courrier local", "letters": letters}
    return TemplateResponse(request, "admin/mailbox/list.html", context)


def letter_view(request: HttpRequest, site: AdminSite, name: str) -> HttpResponse:
    """A mail: to whom, what it says as text and in its layout."""
    _check(request)
    letter = _letter(name)
    headers = [(field, value) for field, value in letter.headers if field in AS_SENT]
    context = {**site.each_context(request), "title": letter.subject, "letter": letter, "headers": headers}
    return TemplateResponse(request, "admin/mailbox/letter.html", context)


@csp_replace(  # type: ignore[arg-type]
    {
        "default-src": [NONE],
        "script-src": [NONE],
        "img-src": [NONE],
        "form-action": [NONE],
        "style-src": [UNSAFE_INLINE],
        "frame-ancestors": [SELF],
        "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
    }
)
@xframe_options_sameorigin
def html_view(request: HttpRequest, name: str) -> HttpResponse:
    """The layout of a mail, as a mail reader shows it: no script, no form; links open beside."""
    _check(request)
    page = _letter(name).html.replace("<head>", '<head><base target="_blank">', 1)
    return HttpResponse(page, headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"})


def _letter(name: str) -> mailbox.Letter:
    letter = mailbox.letter(name)
    if letter is None:
        raise Http404
    return letter


def _check(request: HttpRequest) -> None:
    """Raise Http404 where mails go to a real server, PermissionDenied for whoever is no administrator."""
    if not mailbox.is_in_use():
        raise Http404
    if not is_open_to(request.user):
        raise PermissionDenied
