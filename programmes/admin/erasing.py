"""Erasing a person's data, for administrators: what goes, what stays, and why it is done."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from .. import erasure
from ..models import Person
from ..workflow import people
from .addresses import change_page

NAME = "programmes_person_erase"


class ErasureForm(forms.Form):
    """Why, and that one means it."""

    reason = forms.CharField(
        label="Motif", max_length=200, initial="Demande de la personne",
        help_text="Gardé dans l’historique\u00a0: n’y écrivez ni le nom ni l’adresse.",
    )  # fmt: skip
    is_meant = forms.BooleanField(label="J’ai compris que rien ne permettra de revenir en arrière")


class ErasingAdmin:
    """Mixed into the page of people."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """The page of the erasure."""
        view = self.admin_site.admin_view(self.erase_view)
        return [path("<path:object_id>/effacer/", view, name=NAME), *super().get_urls()]  # type: ignore[misc]

    def pages(self, request: HttpRequest, record: Person) -> list[tuple[str, str]]:
        """Where an administrator erases the data of a person."""
        if people.administrator(request.user, record) is None or erasure.is_erased(record):  # type: ignore[arg-type]
            return []
        return [("Effacer les données de cette personne…", reverse(f"admin:{NAME}", args=(record.pk,)))]

    def erase_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say what goes and what stays; erase once it is meant."""
        person: Person | None = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if person is None:
            raise Http404
        if people.administrator(request.user, person) is None:  # type: ignore[arg-type]
            raise PermissionDenied
        form = ErasureForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            erasure.erase(person, by=request.user, reason=form.cleaned_data["reason"])  # type: ignore[arg-type]
            messages.success(request, "Les données de cette personne sont effacées des fiches et de l’historique.")
            return redirect(change_page(person))
        context = {
            **self.admin_site.each_context(request),
            "title": "Effacer les données d’une personne",
            "opts": self.opts,
            "record": person,
            "back": change_page(person),
            "form": form,
        }
        return TemplateResponse(request, "admin/erasure.html", context)
