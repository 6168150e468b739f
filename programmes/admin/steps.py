"""The steps of the workflow as buttons: POST only, a reason where one is due, a refusal in a sentence."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from .. import refusals, workflow
from . import writers
from .addresses import change_page


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A step as its button shows it; the step itself may be called, so no template gets hold of it."""

    label: str
    address: str
    needs_reason: bool
    name: str = ""
    awaits: str = ""


class Outdated(workflow.Refused):
    """The record is no longer what this person had on screen."""


class StepsAdmin:
    """Mixed into the pages of records that have a status."""

    model: Any
    opts: Any
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        """The page of a step stands before the pages of records."""
        view = self.admin_site.admin_view(self.step_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        return [path("<path:object_id>/etape/<slug:name>/", view, name=name), *super().get_urls()]  # type: ignore[misc]

    def steps(self, request: HttpRequest, record: Any) -> list["Offer"]:
        """The steps this person may take now."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_step"
        return [
            Offer(
                label=step.label,
                address=reverse(name, args=(record.pk, step.name)),
                needs_reason=step.needs_reason,
                name=step.name,
                awaits=step.awaits(record),
            )
            for step in workflow.available(record, request.user)  # type: ignore[arg-type]
        ]

    def step_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """Ask for the reason of a step, and take it."""
        record = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        step = workflow.by_name(record, name) if record else None
        if record is None or step is None or not step.offered:
            raise Http404
        if not self.has_view_permission(request, record):  # type: ignore[attr-defined]
            raise PermissionDenied
        reason = request.POST.get("reason", "")
        asking = self.asking_form(request, record, step)
        if request.method == "POST" and (reason.strip() or not step.needs_reason) and (not asking or asking.is_valid()):
            given = self.given_to(step, asking.cleaned_data) if asking else {}
            return self.take(request, record, step, reason, given, seen=request.POST.get("seen_version", ""))
        return self._ask(request, record, step, asking)

    def asking_form(self, request: HttpRequest, record: Any, step: workflow.Step) -> forms.Form | None:
        """What a step asks besides its reason; None for most."""
        return None

    def given_to(self, step: workflow.Step, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What was typed, as the step takes it."""
        return cleaned

    def take(
        self,
        request: HttpRequest,
        record: Any,
        step: workflow.Step,
        reason: str = "",
        given: dict[str, Any] | None = None,
        *,
        seen: str | None = None,
    ) -> HttpResponse:
        """Take a step and say so; a refusal is a sentence. `seen`: the version on screen, when no form checked it."""
        try:
            with transaction.atomic():
                if seen is not None:
                    self._check_seen(record, seen)
                step(record, by=request.user, reason=reason, **(given or {}))  # type: ignore[arg-type]
                refusals.check_now()
        except Outdated as outdated:
            record.refresh_from_db()
            return self._ask(
                request, record, step, self.asking_form(request, record, step), " ".join(outdated.messages)
            )
        except workflow.Refused as refused:
            messages.error(request, " ".join(refused.messages))
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
        else:
            status = record.get_status_display()
            messages.success(request, f"«\u00a0{step.label}\u00a0»\u00a0: c’est fait. Statut\u00a0: {status}.")
        return redirect(change_page(record))

    def _check_seen(self, record: Any, seen: str) -> None:
        """Lock the record. Raises Refused when it is no longer what this person had on screen."""
        current = self.model._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
        if seen != str(current.version):
            raise Outdated(writers.conflict(current, seen))

    def _ask(
        self,
        request: HttpRequest,
        record: Any,
        step: workflow.Step,
        asking: forms.Form | None = None,
        outdated: str = "",
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": step.label,
            "record": record,
            "needs_reason": step.needs_reason,
            "tells": [f"{audience.value}\u00a0: {words}" for audience, words in step.tells],
            "asking": asking,
            "opts": self.opts,
            "lacks_reason": request.method == "POST" and not outdated and not request.POST.get("reason", "").strip(),
            "reason": request.POST.get("reason", ""),
            "told": outdated,
            "back": change_page(record),
            "seen_version": record.version if outdated else request.POST.get("seen_version", record.version),
        }
        return TemplateResponse(request, "admin/step.html", context)
