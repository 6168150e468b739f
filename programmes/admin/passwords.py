"""A forgotten password: a link by mail. The answer is the same whether the account exists, and so is its time."""

import logging
from functools import partial
from typing import Any

from celery import current_app
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


urlpatterns = [
    path("mot-de-passe/", views.PasswordResetView.as_view(form_class=ForgottenForm), name="admin_password_reset"),
    path("mot-de-passe/envoye/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "mot-de-passe/choisir/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(success_url=reverse_lazy("password_reset_complete")),
        name="password_reset_confirm",
    ),
    path("mot-de-passe/choisi/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
