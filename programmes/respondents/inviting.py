"""Mails to respondents: the link at the opening, reminders that say exactly what is missing, a sheet handed over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from .. import mails, questions, wording, workflow
from ..enums import SheetStatus
from ..models import Campaign, Person, ResponseLink, StatusChange
from ..sections.registry import all_sections
from ..sections.responding import Respondent
from .access import sheets_of
from .answers import OPEN
from .words import is_answered_here, lack_in_words, page_of, title_of

ONCE_IN: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A sheet that waits for its answers, as a mail names it."""

    title: str
    lacks: tuple[str, ...]
    is_returned: bool


@dataclass(frozen=True, kw_only=True)
class Reminded:
    """What came of a reminder: the links written to, those that lack nothing, those written to within the day."""

    sent: tuple[ResponseLink, ...]
    done: tuple[ResponseLink, ...]
    too_soon: tuple[ResponseLink, ...]


def invite_all(campaign: Campaign) -> int:
    """Make the links that an open campaign lacks, and write to each of these people; how many links were made.

    May run twice: whoever has a link is not written to again. Invented people are not asked about real records, nor
    real people about invented ones.
    """
    return _invite(campaign, [(row.person, row.email) for row in _answering(campaign) if row.email])


def without_address(campaign: Campaign) -> list[Person]:
    """Who answers for sheets of a campaign, has no link there, and no address that anybody knows."""
    there = set(campaign.response_links.personal().values_list("person", flat=True))
    reached = {row.person.pk for row in _answering(campaign) if row.email} | there
    people = {row.person.pk: row.person for row in _answering(campaign) if row.person.pk not in reached}
    return sorted(people.values(), key=lambda person: (person.family_name.casefold(), person.given_name, person.pk))


def invite_at(campaign: Campaign, addresses: Mapping[int, str]) -> int:
    """Write to people without an address at those that somebody typed, by their number; how many links were made.

    Only people who answer for sheets of this campaign are written to.
    """
    wanted = {person.pk: person for person in without_address(campaign)}
    return _invite(campaign, [(wanted[number], email) for number, email in addresses.items() if number in wanted])


def _answering(campaign: Campaign) -> list[Respondent]:
    """Who answers for sheets; invented people are asked about invented records alone."""
    rows = [row for section in all_sections() for row in section.respondents(campaign)]
    return [row for row in rows if row.person.is_demo == campaign.is_demo]


def _invite(campaign: Campaign, people: Iterable[tuple[Person, str]]) -> int:
    made = workflow.responses.invite(campaign, people)
    for link in made:
        _write(link, "response_link")
        ResponseLink.objects.filter(pk=link.pk).update(sent_on=timezone.now())
    return len(made)


def remind(campaign: Campaign, links: Iterable[ResponseLink]) -> Reminded:
    """Send to each of these people its link with exactly what is missing, never more than once a day.

    What « Relancer » calls, with the links of a campaign (`campaign.response_links.live()`). A link that is dead, is
    of another campaign, or lacks nothing gets no mail. Each mail bears a token of its own: the earlier ones go on
    working, so that nobody who answers an older mail is sent away.
    """
    wanted = ResponseLink.objects.live().filter(campaign=campaign, pk__in=[link.pk for link in links]).with_names()
    found: dict[str, list[ResponseLink]] = {"sent": [], "done": [], "too_soon": []}
    for link in wanted:
        found[_remind(link)].append(link)
    return Reminded(**{name: tuple(rows) for name, rows in found.items()})


def send_anew(link: ResponseLink) -> None:
    """Write to a respondent again with a new address; every address sent before is dead."""
    with transaction.atomic():
        workflow.responses.renew(link)
        _write(link, "response_given" if link.given_by else "response_link")
        ResponseLink.objects.filter(pk=link.pk).update(sent_on=timezone.now())


def send_given(link: ResponseLink) -> None:
    """Write to the colleague to whom a sheet was handed over."""
    _write(link, "response_given")
    ResponseLink.objects.filter(pk=link.pk).update(sent_on=timezone.now())


def write_returned(link: ResponseLink, sheet: Any, line: StatusChange) -> None:
    """Write to a respondent that a sheet came back, with the reason and what is asked of each answer."""
    fields = line.details.get("fields", {})
    with override(link.language):
        asked = [(_(one.label), fields[one.name]) for one in sheet.questions if one.name in fields]
        title = title_of(sheet)
    _write(link, "response_returned", title=title, reason=line.reason, asked=asked)


def waiting_of(link: ResponseLink, sheets: Iterable[Any]) -> tuple[Waiting, ...]:
    """The sheets of a link that wait for their answers, with what each lacks, in the link's language."""
    with override(link.language):
        return tuple(
            Waiting(
                title=title_of(sheet),
                lacks=tuple(lack_in_words(lack) for lack in sheet.missing() if lack.blocks and is_answered_here(lack)),
                is_returned=sheet.status == SheetStatus.RETURNED,
            )
            for sheet in sheets
            if sheet.status in OPEN
        )


def _remind(link: ResponseLink) -> str:
    """Write to one link, unless it lacks nothing or was written to within the day; the column says who came first."""
    if not (waiting := waiting_of(link, sheets_of(link))):
        return "done"
    now = timezone.now()
    rested = Q(reminded_on__isnull=True) | Q(reminded_on__lt=now - ONCE_IN)
    rested &= Q(sent_on__isnull=True) | Q(sent_on__lt=now - ONCE_IN)
    with transaction.atomic():
        if not ResponseLink.objects.filter(rested, pk=link.pk).update(reminded_on=now):
            return "too_soon"
        _write(link, "response_reminder", waiting=waiting)
    return "sent"


def _write(link: ResponseLink, template: str, **more: Any) -> None:
    """Post one mail with a token of its own; it stands nowhere else."""
    token, campaign = workflow.responses.new_token(link), link.campaign
    sheets = sheets_of(link)
    with override(link.language):
        context = {
            "who": link.who if link.person else "",
            "giver": link.given_by.who if link.given_by else "",
            "titles": [title_of(sheet) for sheet in sheets],
            "year": str(campaign.year),
            "due": wording.day(campaign.contributors_due_on, link.language) if campaign.contributors_due_on else "",
            "minutes": sum(minutes_of(sheet) for sheet in sheets if sheet.status in OPEN),
            "link": mails.absolute(page_of(token, link.language)),
            "other": mails.absolute(page_of(token, "en" if link.language == "fr" else "fr")),
        }
    mails.post(
        template,
        to=link.email,
        kind=mails.MailKind.RESPONSE,
        language=link.language,
        context=context | more,
        secret=True,
        is_demo=link.is_demo,
    )


def minutes_of(sheet: Any) -> int:
    """How long the texts of a sheet take, in minutes rounded up to five."""
    return questions.minutes(tuple(question for question in sheet.questions if question.is_text))
