"""The address by which somebody stops their reminders, without logging in: signed, for one account, for that alone."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

from ..mails import absolute
from ..models import User


def _signer() -> Signer:
    return Signer(salt="programmes.reminders", sep="~")


def stopping_page(user: User, language: str) -> str:
    """The whole address of the page where reminders stop."""
    with override(language):
        return absolute(reverse("programmes:reminders", args=(_signer().sign(str(user.pk)),)))


def account_of(token: str) -> User | None:
    """Whose reminders a link stops; None for an address that we did not make."""
    try:
        number = _signer().unsign(token)
    except BadSignature:
        return None
    return User.objects.people().filter(pk=number).first()
