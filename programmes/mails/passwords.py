"""Mails to staff about their account: the link by which somebody chooses a password is made as the mail goes."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from ..models import Mail, User
from .composing import Content, compose


def compose_link(mail: Mail) -> Content | None:
    """The mail of an open account of a person, one without a password yet included; None for any other address.

    Neither the calendar, nor closed accounts, nor invented ones.
    """
    user = User.objects.people().filter(email__iexact=mail.to, is_active=True, is_demo=False).first()
    if user is None:
        return None
    key = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password_reset_confirm", args=(key, default_token_generator.make_token(user)))
    return compose(mail.template, mail.language, {"user": user, "link": f"{mail.options['site']}{path}"})
