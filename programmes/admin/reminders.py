"""« Mes rappels »: how often somebody is written to, and the secret address of their calendar; everybody’s own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.sites import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from .. import tokens
from ..mails import absolute
from ..models import ReminderSettings
from ..models.reminding import Pace


class PaceForm(forms.ModelForm):
    """How often."""

    class Meta:
        model = ReminderSettings
        fields = ("pace",)
        widgets = {"pace": forms.RadioSelect}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["pace"].label = "Je reçois un message"
        self.fields["pace"].choices = Pace.choices  # type: ignore[attr-defined]


def urls(site: AdminSite) -> list[URLPattern]:
    """The page, and what is sent there about the calendar."""
    return [
        path("mes-rappels/", site.admin_view(page_view), {"site": site}, name="reminders"),
        path("mes-rappels/agenda/", site.admin_view(calendar_view), {"site": site}, name="reminders_calendar"),
    ]


def page_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Choose how often."""
    choice = ReminderSettings.objects.of(request.user)  # type: ignore[arg-type]
    form = PaceForm(request.POST if request.method == "POST" else None, instance=choice)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Votre choix est enregistré.")
        return redirect("admin:reminders")
    return _page(request, site, choice, form)


def calendar_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Make a new secret address, told this once, or withdraw the one there is."""
    choice = ReminderSettings.objects.of(request.user)  # type: ignore[arg-type]
    if request.method != "POST":
        return redirect("admin:reminders")
    if "withdraw" in request.POST:
        _keep(choice, None)
        messages.success(request, "L’adresse de votre agenda ne répond plus.")
        return redirect("admin:reminders")
    token = tokens.new()
    _keep(choice, token)
    address = absolute(reverse("programmes:calendar", args=(token,)))
    return _page(request, site, choice, PaceForm(instance=choice), address=address)


def _keep(choice: ReminderSettings, token: str | None) -> None:
    """Store the hash of a token in the place of the one before, which answers no more."""
    choice.calendar_hash = tokens.digest(token) if token else None
    choice.calendar_made_at = timezone.now() if token else None
    choice.save(update_fields=["calendar_hash", "calendar_made_at"])


def _page(
    request: HttpRequest, site: AdminSite, choice: ReminderSettings, form: forms.Form | forms.ModelForm, **said: str
) -> HttpResponse:
    context = {**site.each_context(request), "title": "Mes rappels", "choice": choice, "form": form, **said}
    response = TemplateResponse(request, "admin/reminders.html", context)
    response.headers["Cache-Control"] = "no-store"  # the address of the calendar is told once
    return response
