"""The life of a respondent's link: made, given to a colleague for one sheet, revoked, sent anew.

Whoever gets a token out of here puts it into one mail and forgets it: only its hash is stored.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from .. import tokens
from ..models import Campaign, Person, ResponseLink, ResponseToken, User
from .engine import Refused

LIVE_TOKENS: Final = 5  # mails whose address works at the same time: the invitation and the last reminders
GIVEN_PER_SHEET: Final = 3
GIVEN_PER_LINK: Final = 10  # in a whole campaign, those taken back included: nobody sends many mails from here


def invite(campaign: Campaign, people: Iterable[tuple[Person, str]]) -> list[ResponseLink]:
    """One link for each of these people and addresses that has none in the campaign yet; those that were made."""
    there = set(campaign.response_links.personal().values_list("person", flat=True))
    wanted = {person.pk: (person, email) for person, email in people if person.pk not in there}
    return [
        ResponseLink.objects.create(
            campaign=campaign, person=person, email=email, is_demo=campaign.is_demo or person.is_demo
        )
        for person, email in wanted.values()
    ]


def new_token(link: ResponseLink) -> str:
    """A token for the next mail; the oldest one ends when too many are live. To be used once, and stored nowhere."""
    token = tokens.new()
    now = timezone.now()
    link.tokens.create(token_hash=tokens.digest(token), is_demo=link.is_demo)
    live = link.tokens.filter(ended_at__isnull=True).order_by("-made_at", "-pk").values_list("pk", flat=True)
    ResponseToken.objects.filter(pk__in=list(live[LIVE_TOKENS:])).update(ended_at=now)
    return token


def revoke(link: ResponseLink, *, by: User) -> None:
    """End a link and those given from it. What was answered stays."""
    if link.revoked_at is None:
        link.revoked_at, link.revoked_by = timezone.now(), by
        link.save(update_fields=["revoked_at", "revoked_by"])


def renew(link: ResponseLink) -> None:
    """Open a link again with new tokens only: every address sent before is dead."""
    link.tokens.filter(ended_at__isnull=True).update(ended_at=timezone.now())
    link.revoked_at = link.revoked_by = None
    link.save(update_fields=["revoked_at", "revoked_by"])


@transaction.atomic
def hand_over(link: ResponseLink, sheet: Any, *, email: str) -> ResponseLink:
    """Give one sheet to a colleague, by a link of their own that holds nothing else.

    Raises Refused, saying why: the link was itself given, the address is the giver's, or too many were given.
    """
    ResponseLink.objects.select_for_update().get(pk=link.pk)  # two gifts at once are counted one after the other
    about = {"content_type": ContentType.objects.get_for_model(sheet), "object_id": sheet.pk}
    given = ResponseLink.objects.filter(given_by=link)
    if link.given_by_id:
        raise Refused("Une fiche confiée ne se confie pas plus loin : prévenez la personne qui vous l’a confiée.")
    if email.casefold() == link.email.casefold():
        raise Refused("Cette adresse est déjà la vôtre.")
    there = given.filter(email__iexact=email, **about).first()
    if there is not None and there.revoked_at is None:
        raise Refused("Cette fiche est déjà confiée à cette adresse.")
    if given.count() >= GIVEN_PER_LINK or given.filter(revoked_at=None, **about).count() >= GIVEN_PER_SHEET:
        raise Refused("Vous avez confié autant de fiches qu’il est possible : reprenez-en une, ou écrivez-nous.")
    if there is not None:
        renew(there)
        return there
    return ResponseLink.objects.create(
        campaign=link.campaign, given_by=link, email=email, language=link.language, is_demo=sheet.is_demo, **about
    )


def take_back(link: ResponseLink, given: int, *, by: User) -> bool:
    """End a link that this respondent gave; whether there was one of that number."""
    found = ResponseLink.objects.filter(given_by=link, pk=given, revoked_at=None).first()
    if found is not None:
        revoke(found, by=by)
    return found is not None
