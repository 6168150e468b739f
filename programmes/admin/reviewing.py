"""Giving a candidate to read to somebody without an account: the page of a report's review links."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from .. import mails, refusals, wording, workflow
from ..models import AnnualReport, ReviewLink
from .addresses import change_page

NAME = "programmes_annualreport_review"


def usual_end() -> date:
    """Two weeks from today: what a reader without an account is given unless somebody says otherwise."""
    return timezone.localdate() + workflow.reviewing.USUAL


class LinkForm(forms.Form):
    """For whom the address is, and until when."""

    reader = forms.CharField(
        label="Pour qui", max_length=120, help_text="Nom ou fonction ; imprimé sur chaque page du PDF confié."
    )
    email = forms.EmailField(
        label="Adresse électronique",
        required=False,
        help_text="Facultative\u00a0: le lien part par courriel\u202f; sans elle, vous le copiez.",
    )
    until = forms.DateField(
        label="Jusqu’au",
        initial=usual_end,
        help_text=f"Au plus {workflow.reviewing.LONGEST.days} jours.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ReviewingAdmin:
    """Mixed into the page of annual reports."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """The page of the links, and the closing of one."""
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/relecture/", wrap(self.review_view), name=NAME),
            path("<path:object_id>/relecture/<int:link_id>/revoquer/", wrap(self.revoke_view), name=f"{NAME}_revoke"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def reviewed(self, request: HttpRequest, object_id: str) -> AnnualReport:
        """The report, for those who may give it to read. Raises Http404 or PermissionDenied."""
        report: AnnualReport | None = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if report is None:
            raise Http404
        if not workflow.reviewing.may_give(request.user, report):  # type: ignore[arg-type]
            raise PermissionDenied
        return report

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The links given, and a new one; its address is shown this once, for only its hash is kept."""
        report = self.reviewed(request, object_id)
        form = LinkForm(request.POST if request.method == "POST" else None)
        address = self._given(request, report, form) if form.is_valid() else ""
        links = ReviewLink.objects.of(report)
        context = {
            **self.admin_site.each_context(request),
            "title": "Donner à relire sans compte",
            "opts": self.opts,
            "record": report,
            "back": change_page(report),
            "form": LinkForm() if address else form,
            "address": address,
            "links": [(link, reverse(f"admin:{NAME}_revoke", args=(report.pk, link.pk))) for link in links],
        }
        response = TemplateResponse(request, "admin/review_links.html", context)
        add_never_cache_headers(response)
        return response

    def _given(self, request: HttpRequest, report: AnnualReport, form: LinkForm) -> str:
        """The address of a new link; nothing when it is refused, and the form says why."""
        email = form.cleaned_data.pop("email")
        try:
            link, token = workflow.reviewing.give(report, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except workflow.Refused as refused:
            form.add_error(None, refusals.sentence(refused))
            return ""
        address = reverse("programmes:review", args=[token])
        if email:
            post(link, report, email, mails.absolute(address))
            messages.success(request, f"Le lien part à {email}.")
        return request.build_absolute_uri(address)

    def revoke_view(self, request: HttpRequest, object_id: str, link_id: int) -> HttpResponse:
        """Close one address before its day."""
        report = self.reviewed(request, object_id)
        link = get_object_or_404(ReviewLink.objects.of(report), pk=link_id)
        if request.method == "POST":
            workflow.reviewing.revoke(link, by=request.user)  # type: ignore[arg-type]
            messages.success(request, f"Le lien donné à {link.reader} n’ouvre plus rien.")
        return redirect(f"admin:{NAME}", report.pk)


def post(link: ReviewLink, report: AnnualReport, email: str, address: str) -> None:
    """Mail the address of a link to its reader; its text is forgotten as it goes."""
    context = {"report": str(report), "reader": link.reader, "until": wording.day(link.until, "fr"), "link": address}
    mails.post(
        "review_link", to=email, kind=mails.MailKind.REVIEW, context=context, secret=True, is_demo=report.is_demo
    )
