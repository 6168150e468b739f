"""« Relancer » : from the board, the personal link with exactly what is missing, to those whom one chooses."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .. import respondents, wording
from ..models import Campaign, ResponseLink, rights


class RemindingAdmin:
    """Mixed into the page of campaigns."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """Where one chooses whom to remind."""
        view = self.admin_site.admin_view(self.remind_view)
        mine = path("<int:object_id>/relancer/", view, name="programmes_campaign_remind")
        return [mine, *super().get_urls()]  # type: ignore[misc]

    def remind_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Choose among the links in force; a POST writes to those chosen, never twice in a day."""
        campaign: Campaign | None = self.get_object(request, str(object_id))  # type: ignore[attr-defined]
        if campaign is None:
            raise Http404
        links = links_of(campaign, request)
        if not links:
            if not self.has_change_permission(request, campaign):  # type: ignore[attr-defined]
                raise PermissionDenied
            messages.warning(request, "Cette campagne n’a aucun lien en cours : il n’y a personne à relancer.")
            return redirect("admin:programmes_campaign_board", campaign.pk)
        if request.method == "POST":
            chosen = [link for link in links if str(link.pk) in request.POST.getlist("link")]
            tell(request, respondents.remind(campaign, chosen), len(chosen))
            return redirect("admin:programmes_campaign_board", campaign.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Relancer",
            "campaign": campaign,
            "links": links,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/remind.html", context)


def links_of(campaign: Campaign, request: HttpRequest) -> list[ResponseLink]:
    """The links in force of a campaign that this person may write to."""
    live: Any = ResponseLink.objects.live().filter(campaign=campaign).with_names()
    return list(rights.written(live, request.user).order_by("person__family_name", "email", "pk"))


def tell(request: HttpRequest, done: respondents.Reminded, number: int) -> None:
    """What came of it, in a sentence each."""
    if not number:
        messages.warning(request, "Personne n’était choisi\u00a0: aucun courriel n’est parti.")
    if done.sent:
        messages.success(request, f"{wording.count(len(done.sent), 'relance envoyée', 'relances envoyées', 'fr')}.")
    if done.done:
        messages.info(request, f"Rien ne manque à\u00a0: {', '.join(link.who for link in done.done)}.")
    if done.too_soon:
        messages.info(request, f"Déjà écrit depuis hier à\u00a0: {', '.join(link.who for link in done.too_soon)}.")
