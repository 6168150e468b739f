"""What a respondent may do on the page of their link: each deed by its name, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..admin import throttling
from ..respondents.access import key_of
from ..respondents.acting import Acting
from ..respondents.answers import OPEN
from ..respondents.page import PageOf, hour
from ..respondents.saved import Saved
from ..respondents.words import title_of

GIFTS = 6  # mails to colleagues, by one link in a quarter of an hour
PASTES = 60  # times that references are pasted, by one link in the same time


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


def save(acting: Acting, sheet: Any, request: HttpRequest, _argument: str) -> Outcome:
    """Keep what was typed."""
    key = request.POST["fiche"]
    if request.POST.get("pasted", "").strip():
        counters = throttling.counter("paste", str(acting.link.pk), PASTES)
        if throttling.is_exhausted(counters):
            return Outcome.refused(_("Trop de demandes en peu de temps : attendez quelques minutes."), status=429)
        throttling.count(counters)
    saved = acting.save(sheet, request.POST.dict())
    if saved.is_whole:
        words = _("Enregistré à %(hour)s.") % {"hour": hour(timezone.now())}
        return Outcome(words=words, key=key, done="save", saved={key: saved})
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


def quiet(acting: Acting, _sheet: Any, request: HttpRequest, _argument: str) -> Outcome:
    """Send the sheets that were ticked: nothing is new there."""
    taken = acting.submit_quiet(request.POST.getlist("calme"))
    number = len(taken.done)
    if not number:
        return Outcome.refused(_("Cochez au moins une fiche."))
    words = ngettext("%(n)s fiche est envoyée.", "%(n)s fiches sont envoyées.", number) % {"n": number}
    lacks = tuple((key_of(sheet), f"{title_of(sheet)}\u00a0: {sentence}") for sheet, sentence in taken.refused)
    return Outcome.refused(words, lacks=lacks) if lacks else Outcome(words=words, done="submit-all")


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
    "quiet": quiet,
    "resume": resume,
    "give": give,
    "take": take,
}
WITHOUT_SHEET = ("submit-all", "quiet", "take")
