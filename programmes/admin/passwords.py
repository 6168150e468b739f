"""A forgotten password: a link by mail. The answer is the same whether the account exists, and so is its time."""

import logging
from functools import partial
from typing import Any

from celery import current_app
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.db import transaction
from django.http import HttpRequest
from django.urls import path, reverse_lazy
from kombu.exceptions import OperationalError

from . import throttling

logger = logging.getLogger(__name__)
SEND = "programmes.send_link"


def ask_for_link(request: HttpRequest, email: str, template: str) -> None:
    """Ask a worker for the mail once the transaction is kept; a broker or a mail server that is down stops nobody."""
    transaction.on_commit(partial(_send, email, template, request.get_host(), request.is_secure()))


def _send(email: str, template: str, domain: str, is_secure: bool) -> None:
    try:
        current_app.signature(SEND, args=(email, template, domain, is_secure)).apply_async(retry=False)
    except OperationalError:
        logger.warning("no broker answers: a mail about a password was not sent")


class ForgottenForm(PasswordResetForm):
    """An address; what it leads to is a worker's business."""

    def save(self, *_arguments: Any, request: HttpRequest | None = None, **_options: Any) -> None:
        """Ask for the mail, unless this address or this account asked too often."""
        email = self.cleaned_data["email"]
        counters = throttling.keys("reset", request, email)
        if request is not None and not throttling.is_exhausted(counters):
            throttling.count(counters)
            ask_for_link(request, email, "reset")


class Framed:
    """Stands in the frame of the administration: its name, and the title of the page."""

    request: HttpRequest

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """The frame, under what the page itself says."""
        return {**admin.site.each_context(self.request), **super().get_context_data(**options)}  # type: ignore[misc]


class ForgottenPage(Framed, views.PasswordResetView):
    """Asks for an address."""

    form_class = ForgottenForm
    title = "Mot de passe oublié"


class SentPage(Framed, views.PasswordResetDoneView):
    """Says the same for every address."""

    title = "Consultez vos messages"


class ChoicePage(Framed, views.PasswordResetConfirmView):
    """Where the link of the mail leads."""

    success_url = reverse_lazy("password_reset_complete")
    title = "Choisir un mot de passe"

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """A link that no longer serves says so in its title."""
        context = super().get_context_data(**options)
        return context if self.validlink else context | {"title": "Ce lien ne sert plus"}


class ChosenPage(Framed, views.PasswordResetCompleteView):
    """Leads back to the login."""

    title = "Mot de passe enregistré"


urlpatterns = [
    path("mot-de-passe/", ForgottenPage.as_view(), name="admin_password_reset"),
    path("mot-de-passe/envoye/", SentPage.as_view(), name="password_reset_done"),
    path("mot-de-passe/choisir/<uidb64>/<token>/", ChoicePage.as_view(), name="password_reset_confirm"),
    path("mot-de-passe/choisi/", ChosenPage.as_view(), name="password_reset_complete"),
]
