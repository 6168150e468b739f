"""Mails that did not go: to whom, why, when they are tried again; administrators have them sent again at once."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .. import wording
from ..mails import posting
from ..models import Mail
from ..roles import Role

PAGE = 50


def urls(site: AdminSite) -> list[URLPattern]:
    """The page."""
    return [path("messages-en-echec/", site.admin_view(failed_view), {"site": site}, name="failed_mails")]


def is_open_to(user: Any) -> bool:
    """Administrators: a mail says who was written to."""
    return bool(user.has_role(Role.ADMINISTRATOR))


def failed_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The mails that failed, the latest first; those ticked are tried again by POST."""
    if not is_open_to(request.user):
        raise PermissionDenied
    if request.method == "POST":
        send_again(request)
        return redirect("admin:failed_mails")
    page = Paginator(Mail.objects.failed(), PAGE)
    context = {
        **site.each_context(request),
        "title": "Messages en échec",
        "page": page.get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "admin/mailbox/failed.html", context)


def send_again(request: HttpRequest) -> None:
    """Put the chosen mails at the head of the outbox; those whose link was forgotten are named."""
    ticked = [number for number in request.POST.getlist("mail") if number.isdecimal() and len(number) < 18]
    chosen = list(Mail.objects.failed().filter(pk__in=ticked))
    again = [mail for mail in chosen if mail.may_go_again]
    for mail in again:
        mail.send_again()
    if again:
        posting.ring()
        words = wording.count(len(again), "message repart", "messages repartent", "fr")
        messages.success(request, f"{words}\u00a0: la page dira s’il échoue encore.")
    if lost := [mail.to for mail in chosen if not mail.may_go_again]:
        messages.warning(
            request, f"Le lien personnel n’est plus gardé, envoyez-en un nouveau\u00a0: {', '.join(lost)}."
        )
    if not chosen:
        messages.error(request, "Choisissez au moins un message.")
