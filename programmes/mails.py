"""Mails to staff about their account: written in French, as text and as HTML, sent by a worker."""

from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import AbstractBaseUser

from .models import User


class ResetForm(PasswordResetForm):
    """Finds the accounts of an address: open ones of persons, those without a password yet included."""

    def get_users(self, email: str) -> list[AbstractBaseUser]:  # type: ignore[override]
        """Nobody else: neither the calendar, nor closed accounts, nor invented ones."""
        return list(User.objects.people().filter(email__iexact=email, is_active=True, is_demo=False))


def send_link(email: str, template: str, domain: str, *, use_https: bool) -> None:
    """Send the link by which somebody chooses a password: `template` is "reset" or "invitation"."""
    form = ResetForm({"email": email})
    if form.is_valid():
        form.save(
            domain_override=domain,
            use_https=use_https,
            subject_template_name=f"admin/mails/{template}_subject.txt",
            email_template_name=f"admin/mails/{template}.txt",
            html_email_template_name=f"admin/mails/{template}.html",
        )
