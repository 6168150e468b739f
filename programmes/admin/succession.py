"""The page that prepares the protocol to come: what becomes of each promise, then a draft of the whole."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_slug
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from .. import succession
from ..enums import ContinuationKind
from ..models import Protocol
from .addresses import change_page

NAME = "programmes_protocol_succession"
LATER = ("", "à décider plus tard")
MERGED = f"{ContinuationKind.MERGED}-"
REFERENCE_LENGTH = 40  # characters: it ends the references and addresses of what the draft holds


class Day(forms.DateField):
    """A day that may be left for later; the browser's own calendar helps."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SuccessionForm(forms.Form):
    """How the next protocol is called, when it runs, and one choice for each promise."""

    title = forms.CharField(label="Intitulé", max_length=250)
    short_title = forms.CharField(label="Intitulé court", max_length=80)
    reference = forms.CharField(
        label="Référence", max_length=REFERENCE_LENGTH, validators=[validate_slug],
        help_text="Courte et stable : elle figure dans les adresses publiques. Lettres, chiffres, tirets.",
    )  # fmt: skip
    starts_on = Day(label="Prend effet le", required=False)
    ends_on = Day(label="Échéance", required=False)

    def __init__(self, data: Any, *, protocol: Protocol) -> None:
        super().__init__(data)
        self.promises = list(protocol.commitments.order_by("number"))
        for promise in self.promises:
            others = [one for one in self.promises if one != promise]
            choices = [
                LATER,
                (ContinuationKind.RENEWED, "reconduit"),
                (ContinuationKind.CHANGED, "modifié"),
                *((f"{MERGED}{one.number}", f"fusionné avec le n° {one.number}") for one in others),
                (ContinuationKind.DROPPED, "abandonné"),
            ]
            self.fields[f"promise-{promise.number}"] = forms.ChoiceField(
                label=str(promise), choices=choices, required=False, initial=ContinuationKind.RENEWED
            )

    def clean_reference(self) -> str:
        """A reference that no protocol bears."""
        reference: str = self.cleaned_data["reference"]
        if Protocol.objects.filter(reference=reference).exists():
            raise ValidationError("Un protocole porte déjà cette référence.")
        return reference

    def clean(self) -> dict[str, Any]:
        """The dates in their order."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "Un protocole finit après avoir commencé.")
        return cleaned

    @property
    def plan(self) -> succession.Plan:
        """What was chosen."""
        given = self.cleaned_data
        names = ("reference", "title", "short_title", "starts_on", "ends_on")
        chosen = {promise.number: given[f"promise-{promise.number}"] for promise in self.promises}
        fates = {number: _fate(choice) for number, choice in chosen.items() if choice}
        return succession.Plan(**{name: given[name] for name in names}, fates=fates)


def _fate(choice: str) -> succession.Fate:
    kind, _dash, into = choice.partition("-")
    return succession.Fate(kind=ContinuationKind(kind), into=int(into) if into else None)


class SuccessionAdmin:
    """Mixed into the page of protocols."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """The page of the succession."""
        view = self.admin_site.admin_view(self.succession_view)
        return [path("<path:object_id>/suite/", view, name=NAME), *super().get_urls()]  # type: ignore[misc]

    def may_begin(self, request: HttpRequest, protocol: Protocol) -> bool:
        """Whether this person may write protocols, this one and others."""
        return bool(
            self.has_add_permission(request) and self.has_change_permission(request, protocol)  # type: ignore[attr-defined]
        )

    def pages(self, request: HttpRequest, record: Protocol) -> list[tuple[str, str]]:
        """Where the next protocol is prepared."""
        if not self.may_begin(request, record):
            return []
        return [("Préparer le protocole suivant…", reverse(f"admin:{NAME}", args=(record.pk,)))]

    def succession_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask what becomes of each promise; then lead to the draft."""
        protocol: Protocol | None = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if protocol is None:
            raise Http404
        if not self.may_begin(request, protocol):
            raise PermissionDenied
        form = SuccessionForm(request.POST if request.method == "POST" else None, protocol=protocol)
        if form.is_valid():
            try:
                following = succession.begin(protocol, form.plan)
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                messages.success(request, "Le protocole suivant est préparé, en brouillon : rien n’en est publié.")
                return redirect(change_page(following))
        context = {
            **self.admin_site.each_context(request),
            "title": "Préparer le protocole suivant",
            "opts": self.opts,
            "record": protocol,
            "back": change_page(protocol),
            "form": form,
            "own": [form[name] for name in form.fields if not name.startswith("promise-")],
            "promises": [form[name] for name in form.fields if name.startswith("promise-")],
        }
        return TemplateResponse(request, "admin/succession.html", context)
