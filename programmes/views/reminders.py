"""What a member of staff does without logging in: stop their reminders, subscribe an agenda to the deadlines."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from ..models import ReminderSettings
from ..models.reminding import Pace
from ..reminders import calendars, links
from .public import ReadOnly

HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive"}


# The signature of the address is all the right there is, and mail programs send the form themselves, without any
# cookie (RFC 8058): a check against forged forms could only refuse those who are in the right.
@method_decorator([never_cache, csrf_exempt], name="dispatch")
class StoppingView(View):
    """Reminders stop with one click, and begin again with another. Looking changes nothing."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Say how things are, with the button that changes them."""
        return self._answer(request, token)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Stop, or begin again; the answer says so."""
        account = links.account_of(token)
        if account is not None:
            choice = ReminderSettings.objects.of(account)
            choice.pace = Pace.DATES if "resume" in request.POST else Pace.NONE
            choice.save(update_fields=["pace"])
        return self._answer(request, token, is_done=True)

    def _answer(self, request: HttpRequest, token: str, **said: Any) -> HttpResponse:
        account = links.account_of(token)
        stopped = account is not None and ReminderSettings.objects.filter(user=account, pace=Pace.NONE).exists()
        context = {"account": account, "stopped": stopped, **said}
        status = 404 if account is None else 200
        response = render(request, "programmes/reminders.html", context, status=status)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


@method_decorator(never_cache, name="dispatch")
class CalendarView(ReadOnly):
    """The deadlines of a member of staff, for an agenda that comes back to read them."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The file, as long as its secret address was not withdrawn."""
        choice = ReminderSettings.objects.of_calendar(token)
        if choice is None:
            raise Http404
        headers = {**HEADERS, "Content-Disposition": 'inline; filename="echeances.ics"'}
        file = calendars.of_person(choice.user)
        return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
