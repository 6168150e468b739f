"""What is shown when a page cannot be: in the frame where the person stood, the site’s or the administration’s."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views import csrf, defaults

TITLES = {
    403: "Cette page n’est pas ouverte à ce compte",
    404: "Cette page n’existe pas, ou plus",
    500: "Cette page n’a pas pu être préparée",
}
EXPIRED = "Cette page était ouverte depuis trop longtemps"


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: another role or another partner may be needed."""
    return _of_staff(request, 403) if _is_staff_side(request) else defaults.permission_denied(request, exception)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _of_staff(request, 404) if _is_staff_side(request) else defaults.page_not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """500: the page asks nothing of what has just failed, neither the database nor the session."""
    if not _is_staff_side(request):
        return defaults.server_error(request)
    about = {"site_header": settings.SITE_NAME, "site_title": settings.SITE_NAME, "title": TITLES[500], "code": 500}
    return HttpResponse(render_to_string("admin/error.html", about), status=500)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was sent without its token, most often because the page was open for too long."""
    if not _is_staff_side(request):
        return csrf.csrf_failure(request, reason)
    return _of_staff(request, 403, title=EXPIRED, is_expired=True)


def _is_staff_side(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


def _of_staff(request: HttpRequest, code: int, **more: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": TITLES[code], "code": code, **more}
    return render(request, "admin/error.html", context, status=code)
