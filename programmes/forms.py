"""Forms of the public site: what visitors write, kept from robots without any third party and without a script."""

from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import ContactMessage, ErrorReport
from .models.letters import LONGEST

SHORTEST: Final = timedelta(seconds=3)  # nobody reads a form and fills it in faster
OPEN_FOR: Final = timedelta(hours=24)
SIGNER: Final = signing.Signer(salt="letters")


def stamp(moment: datetime) -> str:
    """The moment at which a form was shown, signed: it rides along, hidden."""
    return SIGNER.sign(str(int(moment.timestamp())))


class LetterForm(forms.ModelForm):
    """A message, an address to answer to, and two traps: a field that people do not see, the time they take."""

    website = forms.CharField(label=_("Laissez cette case vide"), required=False, widget=forms.TextInput)
    shown_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.initial["shown_at"] = stamp(timezone.now())
        self.fields["website"].widget.attrs.update(autocomplete="off", tabindex="-1")
        self.fields["email"].label = _("Votre adresse électronique (facultatif)")
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["email"].help_text = _(
            "Pour vous répondre, et pour rien d’autre. Sans elle, votre message est lu, mais reste sans réponse."
        )
        self.fields["message"].label = _("Votre message")
        self.fields["message"].widget.attrs.update(rows=8, maxlength=LONGEST)
        self.fields["message"].error_messages["required"] = _("Écrivez votre message.")

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The fields that people fill in."""
        return [self[name] for name in self.fields if name not in ("website", "shown_at")]

    @property
    def is_from_a_robot(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.data.get("website"))

    def clean(self) -> dict[str, Any] | None:
        """Refuse what came too fast, or from a page opened the day before; what was typed stays, and may be sent."""
        cleaned = super().clean()
        try:
            shown_at = int(SIGNER.unsign(self.cleaned_data.get("shown_at") or ""))
        except (signing.BadSignature, ValueError):
            shown_at = 0
        age = timezone.now().timestamp() - shown_at
        if age > OPEN_FOR.total_seconds():
            raise ValidationError(
                _("Cette page était ouverte depuis trop longtemps\u00a0: relisez et envoyez de nouveau.")
            )
        if age < SHORTEST.total_seconds():
            raise ValidationError(_("L’envoi a suivi de trop près l’ouverture\u00a0: relisez et envoyez de nouveau."))
        return cleaned

    def shown_again(self) -> "LetterForm":
        """The same form to be shown with what is wrong: it counts its time anew."""
        self.data = {**self.data.dict(), "shown_at": stamp(timezone.now() - SHORTEST)}  # type: ignore[attr-defined]
        return self


class ContactForm(LetterForm):
    """A message on a subject."""

    class Meta:
        model = ContactMessage
        fields = ("subject", "message", "email")
        widgets = {"subject": forms.RadioSelect}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _choose(self.fields["subject"], _("Votre message porte sur"), _("Dites sur quoi porte votre message."))


class ErrorForm(LetterForm):
    """What is wrong on a page."""

    class Meta:
        model = ErrorReport
        fields = ("reason", "message", "email")
        widgets = {"reason": forms.RadioSelect}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _choose(self.fields["reason"], _("Ce qui ne va pas"), _("Dites ce qui ne va pas."))
        self.initial.pop("reason", None)  # the column has a default
        self.fields["message"].label = _("Ce qu’il faudrait lire, et d’où vous le savez")


def _choose(field: Any, label: Any, missing: Any) -> None:
    """One of a few answers, none of them ticked beforehand."""
    field.label, field.required, field.initial = label, True, None
    field.choices = [choice for choice in field.choices if choice[0]]
    field.error_messages["required"] = field.error_messages["invalid_choice"] = missing
