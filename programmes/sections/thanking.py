"""The sentence by which a paper or a poster thanks those who paid, in the words of the register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..models import Organisation, Protocol


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """The sentence in one language."""

    language: str
    text: str


def sentence(funders: Sequence[Organisation], protocol: Protocol | None, place: str) -> str:
    """Who paid, under which protocol, for what (`place`: “action ft-icr-18-t”), in the present language."""
    frame = f"{protocol.tr('short_title')}, {place}" if protocol else place
    bodies = ", ".join(funder.short_name for funder in dict.fromkeys(funders))
    return _("Avec le soutien de\u00a0: %(funders)s (%(frame)s).") % {"funders": bodies, "frame": frame}


def in_every_language(
    funders: Sequence[Organisation], protocol: Protocol | None, place: Callable[[], str]
) -> tuple[Thanks, ...]:
    """The sentence in each language of the site; nothing as long as nobody is known to pay."""
    if not funders:
        return ()
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.append(Thanks(language=language, text=sentence(funders, protocol, place())))
    return tuple(found)
