"""What a respondent does by their link, each deed in the trail under their name: save, send, hand over, take back."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from .. import channels, workflow
from ..models import ResponseLink, User
from . import answers
from .access import key_of, sheets_of
from .answers import OPEN
from .inviting import send_given
from .saved import Saved

ALREADY_SENT = gettext_noop("Cette fiche est déjà envoyée : elle ne se modifie plus, sauf si elle vous est renvoyée.")


class Acting:
    """A respondent at work: the link, and the sheets that it holds at this moment."""

    def __init__(self, link: ResponseLink) -> None:
        self.link = link
        self.sheets = sheets_of(link)

    @cached_property
    def account(self) -> User:
        """In whose name it is done; asked for by deeds alone: whoever only looks makes nothing."""
        return workflow.people.by_mandate(self.link, self.sheets)

    def find(self, key: str) -> Any:
        """The sheet of that name in the page's forms; None for one that the link does not hold."""
        return next((sheet for sheet in self.sheets if key_of(sheet) == key), None)

    def save(self, sheet: Any, posted: Mapping[str, str]) -> Saved:
        """Write what was typed. Raises Refused when the sheet was sent meanwhile."""
        with self._signed():
            _lock(sheet)
            if sheet.status not in OPEN:
                raise workflow.Refused(ALREADY_SENT)
            return answers.save(sheet, posted)

    def submit(self, sheet: Any) -> None:
        """Send a sheet. Raises Refused, saying why it cannot be sent now."""
        with self._signed():
            workflow.sheets.submit_sheet(sheet, by=self.account)

    def submit_all(self) -> workflow.Taken:
        """Send every sheet that waits; one that cannot go stops no other."""
        waiting = [sheet for sheet in self.sheets if sheet.status in OPEN]
        with self._signed():
            return workflow.take_all(workflow.sheets.submit_sheet, waiting, by=self.account)

    def submit_quiet(self, keys: Iterable[str]) -> workflow.Taken:
        """Send those of these sheets that wait, saying of each that nothing is new; what was typed there stays."""
        wanted = set(keys)
        quiet = [sheet for sheet in self.sheets if sheet.status in OPEN and key_of(sheet) in wanted]
        with self._signed():
            for kind in {type(sheet) for sheet in quiet}:
                numbers = [sheet.pk for sheet in quiet if type(sheet) is kind]
                kind._base_manager.filter(pk__in=numbers, status__in=OPEN).update(nothing_new=True)
            return workflow.take_all(workflow.sheets.submit_sheet, quiet, by=self.account)

    def hand_over(self, sheet: Any, email: str) -> ResponseLink:
        """Give a sheet to a colleague, who gets a link of their own. Raises Refused."""
        with self._signed():
            given = workflow.responses.hand_over(self.link, sheet, email=email)
            send_given(given)
            return given

    def take_back(self, given: int) -> bool:
        """End a link given from this one; whether there was one."""
        with self._signed():
            return workflow.responses.take_back(self.link, given, by=self.account)

    @contextmanager
    def _signed(self) -> Iterator[None]:
        with transaction.atomic(), channels.by_link(self.account.pk, self.link.pk):
            yield


def _lock(sheet: Any) -> None:
    """Read the sheet again under its lock; what it is about stays loaded."""
    names = [name for name, _question in answers.texts_of(sheet)]
    rows = type(sheet)._base_manager.select_for_update(of=("self",))
    sheet.refresh_from_db(fields=[*names, "nothing_new", "status", "version"], from_queryset=rows)
