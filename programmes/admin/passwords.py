"""A forgotten password: a link by mail. The answer is the same whether the account exists, and so is its time."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpRequest
from django.urls import path, reverse_lazy

from .. import mails
from . import throttling


def ask_for_link(request: HttpRequest, email: str, template: str) -> None:
    """Write down that this address asks for the mail. Whose it is, is looked up as the mail goes: see `mails`."""
    mails.post_late(template, to=email, kind=mails.MailKind.ACCOUNT, site=f"{request.scheme}://{request.get_host()}")


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
