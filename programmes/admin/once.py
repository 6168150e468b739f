"""A form sent twice, by a double click or a slow line, makes one record."""

from typing import Any

from django.contrib import admin, messages
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.crypto import get_random_string

FIELD = "jeton"
KEPT = 600  # seconds: longer than any browser waits before it sends again
LOCKS = 2027  # the family of our advisory locks; the second number stands for the token


class OnceAdmin(admin.ModelAdmin):
    """Each empty form carries a token: the second sending waits for the first, then leads to what it made."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Lead to the record when this very form has already made it."""
        key = _key(request)
        if object_id is None and key:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCKS, key])
            if made := cache.get(key):
                messages.success(request, f"« {made['name']} » était déjà enregistré : rien n’a été ajouté deux fois.")
                return redirect(made["address"])
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], add: bool = False, *arguments: Any, **options: Any
    ) -> Any:
        """An empty form gets its token."""
        if add and not context.get("is_popup"):
            context["token"] = get_random_string(22)
        return super().render_change_form(request, context, add, *arguments, **options)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Remember what the form made."""
        response = super().response_add(request, obj, post_url_continue)
        key = _key(request)
        if key and isinstance(response, HttpResponseRedirect):
            cache.set(key, {"name": str(obj), "address": response.url}, KEPT)
        return response


def _key(request: HttpRequest) -> str:
    token = request.POST.get(FIELD, "")
    return f"form:{request.user.pk}:{token}" if token.isalnum() and len(token) <= 50 else ""
