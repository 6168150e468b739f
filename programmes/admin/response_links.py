"""The links of a campaign's respondents: who has one, since when; links revoked or sent anew."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from .. import respondents, wording, workflow
from ..enums import CampaignStatus
from ..models import Campaign, ResponseLink, rights
from ..respondents.words import title_of
from ..roles import Role


class LinksAdmin:
    """Mixed into the page of campaigns: the respondents stand beside the form."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """The address of the respondents of a campaign."""
        view = self.admin_site.admin_view(self.links_view)
        return [path("<int:object_id>/repondants/", view, name="programmes_campaign_links"), *super().get_urls()]  # type: ignore[misc]

    def links_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Who answers by a link; what was chosen is done by POST alone."""
        campaign: Campaign = self._campaign(request, object_id)  # type: ignore[attr-defined]
        may_act = campaign.status == CampaignStatus.OPEN and may_send(request.user)
        if request.method == "POST":
            if not may_act:
                raise PermissionDenied
            act(request, campaign)
            return redirect("admin:programmes_campaign_links", campaign.pk)
        rows = links_of(campaign, request.user).select_related("person", "given_by__person", "revoked_by")
        context = {
            **self.admin_site.each_context(request),
            "title": f"{campaign}, répondants",
            "campaign": campaign,
            "links": with_sheets(rows.prefetch_related("sheet")),
            "may_act": may_act,
            "silent": respondents.without_address(campaign) if may_act else (),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/response_links.html", context)


def with_sheets(rows: QuerySet[ResponseLink]) -> list[tuple[ResponseLink, str]]:
    """Links, each with the sheet that it was given for."""
    return [(row, title_of(row.sheet) if row.sheet else "") for row in rows.order_by("given_by", "email", "pk")]


def may_send(user: Any) -> bool:
    """Whoever decides for a party writes to respondents, and so do administrators."""
    return bool(user.has_role(Role.APPROVER))


def links_of(campaign: Campaign, user: Any) -> QuerySet[ResponseLink]:
    """The links of a campaign that this person may read."""
    return rights.seen(ResponseLink.objects.filter(campaign=campaign), user)


def act(request: HttpRequest, campaign: Campaign) -> None:
    """Do what was asked with the links that were ticked, among those that this person may write."""
    ticked = [number for number in request.POST.getlist("lien") if number.isdecimal() and len(number) < 18]
    chosen = rights.written(ResponseLink.objects.filter(campaign=campaign, pk__in=ticked), request.user)
    links = list(chosen.select_related("person", "given_by__person", "campaign__protocol", "content_type"))
    deed = request.POST.get("action")
    if deed == "reach":
        reach(request, campaign)
    elif deed == "invite":
        made = respondents.invite_all(campaign)
        messages.success(request, f"{wording.count(made, 'lien envoyé', 'liens envoyés', 'fr')}.")
    elif not links:
        messages.error(request, "Choisissez au moins une personne.")
    elif deed == "revoke":
        for link in links:
            workflow.responses.revoke(link, by=request.user)  # type: ignore[arg-type]
        messages.success(request, f"{wording.count(len(links), 'lien révoqué', 'liens révoqués', 'fr')}.")
    elif deed == "anew":
        for link in links:
            respondents.send_anew(link)
        words = wording.count(len(links), "nouveau lien envoyé", "nouveaux liens envoyés", "fr")
        messages.success(request, f"{words}\u00a0: les adresses précédentes ne servent plus.")


def reach(request: HttpRequest, campaign: Campaign) -> None:
    """Write to those whose address was typed; a faulty one is named and stops no other."""
    typed, faulty = {}, []
    for person in respondents.without_address(campaign):
        if not (email := request.POST.get(f"adresse-{person.pk}", "").strip()):
            continue
        try:
            validate_email(email)
        except ValidationError:
            faulty.append(str(person))
        else:
            typed[person.pk] = email[:254]
    if faulty:
        messages.error(request, f"Adresse à corriger\u00a0: {', '.join(faulty)}.")
    if typed:
        made = respondents.invite_at(campaign, typed)
        messages.success(request, f"{wording.count(made, 'lien envoyé', 'liens envoyés', 'fr')}.")
    elif not faulty:
        messages.error(request, "Saisissez au moins une adresse.")
