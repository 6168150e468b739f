"""The steps of the workflow as buttons: POST only, a reason where one is due, a refusal in a sentence."""

from dataclasses import dataclass
from typing import Any

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
            Offer(label=step.label, address=reverse(name, args=(record.pk, step.name)), needs_reason=step.needs_reason)
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
        if request.method == "POST" and (reason.strip() or not step.needs_reason):
            return self._take(request, record, step, reason)
        return self._ask(request, record, step)

    def _take(self, request: HttpRequest, record: Any, step: workflow.Step, reason: str) -> HttpResponse:
        try:
            with transaction.atomic():
                self._check_seen(request, record)
                step(record, by=request.user, reason=reason)  # type: ignore[arg-type]
                refusals.check_now()
        except Outdated as outdated:
            record.refresh_from_db()
            return self._ask(request, record, step, told=" ".join(outdated.messages))
        except workflow.Refused as refused:
            messages.error(request, " ".join(refused.messages))
        except IntegrityError as error:
            messages.error(request, refusals.sentence(error))
        else:
            messages.success(request, f"« {step.label} » : c’est fait. Statut : {record.get_status_display()}.")
        return redirect(change_page(record))

    def _check_seen(self, request: HttpRequest, record: Any) -> None:
        """Lock the record. Raises Refused when it is no longer what this person had on screen."""
        current = self.model._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
        seen = request.POST.get("seen_version", "")
        if seen != str(current.version):
            raise Outdated(writers.conflict(current, seen))

    def _ask(self, request: HttpRequest, record: Any, step: workflow.Step, told: str = "") -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": step.label,
            "record": record,
            "needs_reason": step.needs_reason,
            "opts": self.opts,
            "lacks_reason": request.method == "POST" and not told,
            "reason": request.POST.get("reason", ""),
            "told": told,
            "back": change_page(record),
            "seen_version": record.version if told else request.POST.get("seen_version", record.version),
        }
        return TemplateResponse(request, "admin/step.html", context)
