"""The page of respondents without an account, outside the administration: what they answer for, saved as typed.

The address itself is the key, 256 random bits long, and there is no cookie: a request made by another site cannot
contain it, so nothing can be forged in a respondent's name. That is why these views need no CSRF token, and why none
would work: the page sends no referrer, so browsers write `Origin: null` on its forms, which that check refuses.
As a second lock, a request that a browser itself marks as coming from another site is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from .. import workflow
from ..admin import throttling
from ..models import ResponseLink
from ..reports import files
from ..respondents import sheets_of
from ..respondents.acting import Acting
from ..respondents.answers import OPEN, Saved
from ..respondents.page import PageOf, SheetHere, hour
from ..respondents.receipt import receipt_of

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
GUESSES = 60  # unknown addresses from one place in a quarter of an hour
WRITES = 900  # requests that write, by one link in the same time: one a second
RECEIPTS = 12  # files made for one link in the same time
GIFTS = 6  # mails to colleagues, by one link in the same time


@dataclass(kw_only=True)
class Outcome:
    """What came of a request that writes: a sentence, what was wrong, what is kept on screen."""

    words: str = ""
    tone: str = "reached"
    status: int = 200
    key: str = ""
    done: str = ""
    saved: dict[str, Saved] = field(default_factory=dict)
    lacks: tuple[tuple[str, str], ...] = ()

    @classmethod
    def refused(cls, words: str, *, key: str = "", status: int = 422, **more: Any) -> "Outcome":
        """Something that was not done, and why."""
        return cls(words=words, tone="returned", status=status, key=key, **more)


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
        page = PageOf(acting.link, acting.sheets, outcome.saved)
        context = {
            "page": page,
            "link": acting.link,
            "token": self.kwargs["token"],
            "outcome": outcome,
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


# -- what a respondent may do


def save(acting: Acting, sheet: Any, request: HttpRequest, _argument: str) -> Outcome:
    """Keep what was typed."""
    key = request.POST["fiche"]
    saved = acting.save(sheet, request.POST.dict())
    if saved.is_whole:
        return Outcome(words=_("Enregistré à %(hour)s.") % {"hour": hour(timezone.now())}, key=key, done="save")
    words = _("Tout n’est pas enregistré : ce que vous avez saisi reste ci-dessous.")
    return Outcome.refused(words, key=key, saved={key: saved}, status=409 if saved.clashes else 422)


def submit(acting: Acting, sheet: Any, request: HttpRequest, argument: str) -> Outcome:
    """Keep what was typed, then send the sheet."""
    outcome = save(acting, sheet, request, argument)
    if outcome.status != 200:
        return outcome
    key = request.POST["fiche"]
    if lacks := PageOf(acting.link, [sheet]).sheets[0].lacks:
        return Outcome.refused(
            _("La fiche est enregistrée, mais pas envoyée : il reste à compléter."), key=key, lacks=lacks
        )
    acting.submit(sheet)
    return Outcome(words=_("La fiche est envoyée."), key=key, done="submit")


def submit_all(acting: Acting, _sheet: Any, _request: HttpRequest, _argument: str) -> Outcome:
    """Send every sheet that says enough; name those that do not."""
    taken = acting.submit_all()
    number = len(taken.done)
    sent = ngettext("%(n)s fiche est envoyée.", "%(n)s fiches sont envoyées.", number) % {"n": number}
    sent = sent if number else _("Aucune fiche n’est envoyée.")
    if not taken.refused:
        return Outcome(words=sent, done="submit-all")
    left = PageOf(acting.link, acting.sheets).open_sheets
    lacks = tuple((one.key, f"{one.title}\u00a0: {', '.join(words for _id, words in one.lacks)}") for one in left)
    words = _("%(sent)s Les autres attendent ce qui suit.") % {"sent": sent}
    return Outcome.refused(words, lacks=lacks)


def resume(acting: Acting, sheet: Any, request: HttpRequest, argument: str) -> Outcome:
    """Put the text of the campaign before in its field, with all that was typed."""
    posted = request.POST.dict()
    question = next((one for one in sheet.questions if one.is_text and one.name == argument), None)
    if question is None or sheet.previous is None:
        return Outcome.refused(_("Il n’y a pas de texte à reprendre."), key=posted["fiche"])
    for name in (question.name, f"{question.name}_en"):
        if hasattr(sheet, name):
            posted[name] = getattr(sheet.previous, name)
    saved = acting.save(sheet, posted)
    words = _("Le texte de l’an dernier est repris : relisez-le, corrigez-le.")
    if saved.is_whole:
        return Outcome(words=words, key=posted["fiche"], done="resume")
    return Outcome.refused(words, key=posted["fiche"], saved={posted["fiche"]: saved})


def give(acting: Acting, sheet: Any, request: HttpRequest, _argument: str) -> Outcome:
    """Hand a sheet over to a colleague's address."""
    key, email = request.POST["fiche"], request.POST.get("email", "").strip()
    try:
        validate_email(email)
    except ValidationError:
        return Outcome.refused(_("Passer la main : cette adresse électronique n’en est pas une."), key=key)
    counters = throttling.counter("give", str(acting.link.pk), GIFTS)
    if throttling.is_exhausted(counters) or len(email) > 254:
        return Outcome.refused(_("Trop d’envois en peu de temps : attendez quelques minutes."), key=key, status=429)
    if sheet.status not in OPEN:
        return Outcome.refused(_("Cette fiche est déjà envoyée."), key=key)
    throttling.count(counters)
    acting.hand_over(sheet, email)
    return Outcome(words=_("Votre collègue reçoit un lien pour cette fiche."), key=key, done="give")


def take(acting: Acting, _sheet: Any, _request: HttpRequest, argument: str) -> Outcome:
    """End a link given to a colleague."""
    if argument.isdecimal() and len(argument) < 18 and acting.take_back(int(argument)):
        return Outcome(words=_("Ce collègue n’a plus accès à la fiche."), done="take")
    return Outcome.refused(_("Ce lien n’est pas de vous, ou il est déjà repris."), status=404)


Deed = Callable[[Acting, Any, HttpRequest, str], Outcome]
DEEDS: dict[str, Deed] = {
    "save": save,
    "submit": submit,
    "submit-all": submit_all,
    "resume": resume,
    "give": give,
    "take": take,
}
WITHOUT_SHEET = ("submit-all", "take")


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
        told |= {
            "version": sheet.version,
            "left": [words for _id, words in here.lacks],
            "refused": saved.refused,
            "clashes": saved.clashes,
            "texts": {box.name: box.value for asked in here.asked for box in asked.boxes},
        }
    return JsonResponse(told, status=outcome.status)
