"""What is shown when a page cannot be: in the frame where the person stood, the site’s or the administration’s."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language_from_path, override

TITLES = {
    400: "Cette demande n’a pas été comprise",
    403: "Cette page n’est pas ouverte à ce compte",
    404: "Cette page n’existe pas, ou plus",
    500: "Cette page n’a pas pu être préparée",
}
EXPIRED = "Cette page était ouverte depuis trop longtemps"


def wrong(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was asked makes no sense. The page asks nothing of the request, which may be forged."""
    return _bare(request, 400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: another role or another partner may be needed."""
    return _of_staff(request, 403) if _is_staff_side(request) else _of_site(request, 403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _of_staff(request, 404) if _is_staff_side(request) else _of_site(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: the page asks nothing of what has just failed, neither the database nor the session."""
    return _bare(request, 500)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was sent without its token, most often because the page was open for too long."""
    if not _is_staff_side(request):
        return _of_site(request, 403, "403_csrf.html")
    return _of_staff(request, 403, title=EXPIRED, is_expired=True)


def _of_site(request: HttpRequest, code: int, template: str = "") -> HttpResponse:
    """In the frame of the site, in the language of the address."""
    with override(_language(request)):
        return render(request, template or f"{code}.html", status=code)


def _bare(request: HttpRequest, code: int) -> HttpResponse:
    """The same frame from the address alone."""
    about = {"site_header": settings.SITE_NAME, "site_title": settings.SITE_NAME, "title": TITLES[code], "code": code}
    template = "admin/error.html" if _is_staff_side(request) else f"{code}.html"
    with override(_language(request)):
        return HttpResponse(render_to_string(template, {**about, "address": request.get_full_path()}), status=code)


def _language(request: HttpRequest) -> str:
    """French, but under an English address."""
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def _is_staff_side(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


def _of_staff(request: HttpRequest, code: int, **more: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": TITLES[code], "code": code, **more}
    return render(request, "admin/error.html", context, status=code)
