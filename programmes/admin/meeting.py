"""The page where two people's entries meet: shown in the place of the form, saved by the very same address."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from . import telling, writers

OURS = ("choice-", "due-", "decided-")


class MeetingAdmin(admin.ModelAdmin):
    """Mixed into every page of records: what to do when somebody else saved meanwhile."""

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """The choices to make, when nothing else is wrong."""
        if request.method == "POST" and context.get("original") and self._only_clashes(context):
            return self._meeting(request, context)
        return super().render_change_form(request, context, *arguments, **options)

    def _meeting(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        forms = list(forms_of(context))
        clashes = [form.clash for form in forms if getattr(form, "clash", None)]
        due = {choice.choice for clash in clashes for choice in clash.dues}
        gone = [row for table in tables_of(context) for row in table.gone]
        page = {
            **self.admin_site.each_context(request),
            "title": "Deux saisies de la même fiche",
            "object": context["original"],
            "opts": self.opts,
            "clashes": clashes,
            "gone": gone,
            "hidden": list(hidden(request, due | {row.choice for row in gone})),
            "files": [form[name] for form in forms for name in form.files if name in form.fields],
            "is_again": any(name.startswith("decided-") for name in request.POST),
            "back": reverse(
                f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=(context["original"].pk,)
            ),
        }
        return TemplateResponse(request, "admin/trail/meeting.html", page)

    def _only_clashes(self, context: dict[str, Any]) -> bool:
        """Whether somebody else's changes are all that stands against saving."""
        found = [form for form in forms_of(context) if getattr(form, "clash", None)]
        gone = [row for table in tables_of(context) for row in table.gone if not row.chosen]
        if not found and not gone:
            return False
        refused = [message for form in forms_of(context) for errors in form.errors.values() for message in errors]
        refused += [message for table in tables_of(context) for message in table.non_form_errors()]
        told = {form.clash.sentence for form in found} | {row.sentence for row in gone}
        return set(refused) <= told

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        """A record that somebody deleted meanwhile: what was typed stays readable, and the record may come back."""
        number = unquote(object_id)
        if request.method != "POST" or not number.isdecimal() or not hasattr(self.model, "pgh_event_models"):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc]
        row = self.model(pk=int(number))
        latest = writers.trail_of(row).first()
        if latest is None or not self.has_add_permission(request):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc]
        labels = {column.name: column.verbose_name for column in telling.kept_fields(self.model)}
        page = {
            **self.admin_site.each_context(request),
            "title": "Fiche supprimée pendant votre saisie",
            "opts": self.opts,
            "who": writers.author_of(row),
            "name": telling.name_in_trail(self.model, latest),
            "values": [(label, request.POST[name]) for name, label in labels.items() if request.POST.get(name)],
            "revive": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_revive", args=(row.pk,)),
        }
        return TemplateResponse(request, "admin/trail/gone.html", page, status=409)


def forms_of(context: dict[str, Any]) -> Iterator[Any]:
    """The form of the record and those of its rows."""
    yield context["adminform"].form
    for table in tables_of(context):
        yield from table.forms


def tables_of(context: dict[str, Any]) -> list[Any]:
    """The tables of rows of the page."""
    return [shown.formset for shown in context["inline_admin_formsets"] if hasattr(shown.formset, "gone")]


def hidden(request: HttpRequest, due: set[str]) -> Iterator[tuple[str, str]]:
    """What was typed, sent again with the choices."""
    for name, values in request.POST.lists():
        if name == "csrfmiddlewaretoken" or name in due or name.startswith(("due-", "decided-")):
            continue
        yield from ((name, str(value)) for value in values)
