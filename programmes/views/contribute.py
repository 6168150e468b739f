"""The page of respondents without an account, outside the administration: what they answer for, saved as typed.

The address itself is the key, 256 random bits long, and there is no cookie: a request made by another site cannot
contain it, so nothing can be forged in a respondent's name. That is why these views need no CSRF token, and why none
would work: the page sends no referrer, so browsers write `Origin: null` on its forms, which that check refuses.
As a second lock, a request that a browser itself marks as coming from another site is refused.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from .. import workflow
from ..admin import throttling
from ..models import ResponseLink
from ..reports import files
from ..respondents import sheets_of
from ..respondents.acting import Acting
from ..respondents.page import PageOf
from ..respondents.page_parts import SheetHere
from ..respondents.receipt import receipt_of
from ..respondents.saved import Saved
from .contribute_deeds import DEEDS, WITHOUT_SHEET, Outcome

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
GUESSES = 60  # unknown addresses from one place in a quarter of an hour
WRITES = 900  # requests that write, by one link in the same time: one a second
RECEIPTS = 12  # files made for one link in the same time


@method_decorator(csrf_exempt, name="dispatch")
class PersonalView(View):
    """What every page behind a personal address does: refuse in the same words, leave no trace outside."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponseBase:
        """The answer, under headers that keep the address to itself."""
        response = super().dispatch(request, *arguments, **options)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    def gone(self, request: HttpRequest) -> HttpResponse:
        """The same page for an address that never existed, is out of date, revoked or closed."""
        counters = throttling.counter("guess", throttling.sender(request), GUESSES)
        is_exhausted = throttling.is_exhausted(counters)
        if not is_exhausted:
            throttling.count(counters)
        return render(request, "programmes/contribute/gone.html", status=429 if is_exhausted else 404)


class ContributeView(PersonalView):
    """All the sheets of a respondent on one page. Reading changes nothing: scanners of mail follow every link."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The page."""
        link = ResponseLink.objects.of_token(token)
        if link is None:
            return self.gone(request)
        return self.page(request, Acting(link), done_before(request))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Do one thing, then come back to the page; a script gets the same in JSON."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return self.gone(request)
        with transaction.atomic():
            link = ResponseLink.objects.of_token(token, lock=True)
            if link is None:
                return self.gone(request)
            acting = Acting(link)
            outcome = self.act(request, acting)
            self._keep_language(link)
        if "application/json" in request.headers.get("Accept", ""):
            return as_json(acting, outcome)
        if outcome.status == 200:
            return HttpResponseRedirect(f"{request.path}?fait={outcome.done}&fiche={outcome.key}#{outcome.key}")
        return self.page(request, acting, outcome)

    def act(self, request: HttpRequest, acting: Acting) -> Outcome:
        """What was asked for; what nobody offers is refused and changes nothing."""
        counters = throttling.counter("write", str(acting.link.pk), WRITES)
        if throttling.is_exhausted(counters):
            return Outcome.refused(_("Trop de demandes en peu de temps : attendez quelques minutes."), status=429)
        throttling.count(counters)
        name, _colon, argument = request.POST.get("action", "").partition(":")
        deed = DEEDS.get(name)
        sheet = acting.find(request.POST.get("fiche", ""))
        if deed is None or (sheet is None and name not in WITHOUT_SHEET):
            return Outcome.refused(_("Cette fiche n’est pas à votre nom : rien n’a été changé."), status=404)
        try:
            return deed(acting, sheet, request, argument)
        except workflow.Refused as refusal:
            return Outcome.refused(_(refusal.messages[0]), key=request.POST.get("fiche", "") if sheet else "")

    def page(self, request: HttpRequest, acting: Acting, outcome: Outcome) -> HttpResponse:
        """Everything the link holds."""
        opened = request.GET.get("ouvrir") or outcome.key
        page = PageOf(acting.link, acting.sheets, outcome.saved, opened)
        context = {
            "page": page,
            "link": acting.link,
            "token": self.kwargs["token"],
            "outcome": outcome,
            "opened": opened,
            "has_demo": page.has_demo,
        }
        return render(request, "programmes/contribute/page.html", context, status=outcome.status)

    def _keep_language(self, link: ResponseLink) -> None:
        """Write the next mail in the language in which this person answers."""
        if (language := get_language() or "fr") != link.language:
            ResponseLink.objects.filter(pk=link.pk).update(language=language)


class ReceiptView(PersonalView):
    """What was sent by a link, on paper."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The receipt as a file; nothing sent, no receipt."""
        link = ResponseLink.objects.of_token(token)
        receipt = receipt_of(link, sheets_of(link)) if link else None
        if link is None or receipt is None:
            return self.gone(request)
        counters = throttling.counter("receipt", str(link.pk), RECEIPTS)
        if throttling.is_exhausted(counters):
            return self.gone(request)
        throttling.count(counters)
        data = files.render({"receipt": receipt}, lambda _percent, _words: None)
        name = _("recu-%(year)s.pdf") % {"year": link.campaign.year}
        return HttpResponse(
            data, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )


def done_before(request: HttpRequest) -> Outcome:
    """What the request before did: the address of the page says it by a name, never by a sentence."""
    sentences = {
        "save": _("La fiche est enregistrée."),
        "submit": _("La fiche est envoyée : vous pouvez télécharger le reçu."),
        "submit-all": _("Vos fiches sont envoyées : vous pouvez télécharger le reçu."),
        "resume": _("Le texte de l’an dernier est repris : relisez-le, corrigez-le."),
        "give": _("Votre collègue reçoit un lien pour cette fiche."),
        "take": _("Ce collègue n’a plus accès à la fiche."),
    }
    return Outcome(words=sentences.get(request.GET.get("fait", ""), ""), key=request.GET.get("fiche", ""))


def as_json(acting: Acting, outcome: Outcome) -> JsonResponse:
    """What a script needs to bring the page up to date."""
    sheet = acting.find(outcome.key)
    told: dict[str, Any] = {"words": outcome.words, "lacks": outcome.lacks}
    if sheet is not None:
        saved = outcome.saved.get(outcome.key, Saved())
        here: SheetHere = PageOf(acting.link, [sheet]).sheets[0]
        held = {cell.name: cell.seen for asked in here.asked for line in asked.lines for cell in line.cells}
        told |= {
            "version": sheet.version,
            "left": [words for _id, words in here.lacks],
            "refused": saved.refused,
            "clashes": saved.clashes,
            "texts": held | {box.name: box.value for asked in here.asked for box in asked.boxes},
            "held": held,
            "made": saved.made,
            "known": {asked.id: asked.known for asked in here.asked if asked.paste} if saved.rows else {},
        }
    return JsonResponse(told, status=outcome.status)
