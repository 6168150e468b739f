"""Steps taken on many records chosen in a list: each with the same checks and the same trail as one by one."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .. import workflow
from . import writers
from .steps import StepsAdmin

NAMED = 10  # refusals told in full; the others are counted


class BulkAdmin(StepsAdmin):
    """Mixed into lists of records that have a status. `bulk_steps` names the steps offered for many at once."""

    bulk_steps: ClassVar[tuple[str, ...]] = ()

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The steps beside the other actions."""
        actions: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        for name in self.bulk_steps:
            step = workflow.by_name(self.model, name)
            if step is not None:
                actions[f"step_{name}"] = (partial(take_chosen, step), f"step_{name}", step.label)
        return actions


def take_chosen(step: workflow.Step, page: Any, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
    """Show what was chosen, then take the step on each record as it was shown."""
    if "_confirmed" in request.POST:
        return _take(step, page, request, chosen)
    context = {
        **page.admin_site.each_context(request),
        "title": f"{step.label}\u00a0: {chosen.count()} fiches",
        "records": [(row, row.version) for row in chosen],
        "step": {"name": step.name, "label": step.label, "needs_reason": step.needs_reason},
        "lacks_reason": "_asked" in request.POST,
        "opts": page.opts,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/bulk_step.html", context)


def _take(step: workflow.Step, page: Any, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
    reason = request.POST.get("reason", "").strip()
    if step.needs_reason and not reason:
        messages.error(request, f"«\u00a0{step.label}\u00a0» demande un motif\u00a0: rien n’a changé.")
        return None
    seen = dict(pair.split(":", 1) for pair in request.POST.getlist("seen") if ":" in pair)

    def as_shown(record: Any) -> None:
        current = page.model._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
        if seen.get(str(record.pk)) != str(current.version):
            raise workflow.Refused(writers.conflict(current, seen.get(str(record.pk), "")))

    taken = workflow.take_all(step, chosen, by=request.user, reason=reason, check=as_shown)  # type: ignore[arg-type]
    if taken.done:
        words = "1 fiche" if len(taken.done) == 1 else f"{len(taken.done)} fiches"
        messages.success(request, f"«\u00a0{step.label}\u00a0»\u00a0: c’est fait pour {words}.")
    for record, why in taken.refused[:NAMED]:
        messages.error(request, f"«\u00a0{record}\u00a0»\u00a0: {why}")
    if len(taken.refused) > NAMED:
        messages.error(request, f"Et {len(taken.refused) - NAMED} autres refus.")
    return None
