"""What visitors wrote, answered here; the declaration of accessibility."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import override

from .. import mails, wording
from ..mails import MailKind
from ..models import AccessibilityDeclaration, ContactMessage, ErrorReport, Letter
from ..models.letters import Outcome
from .base import RowAdmin
from .rows import RowForm
from .site import Menu

WRITTEN = ("message", "email", "received_on", "due_on")  # by the visitor, or by the clock: nobody rewrites it
HANDLED = ("handled_at", "handled_by")


class LetterForm(RowForm):
    """An answer goes with what came of the letter."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse an answer without its outcome, and an outcome of which the visitor is told nothing."""
        cleaned = super().clean() or {}
        if "outcome" not in self.fields:
            return cleaned
        outcome, answer = cleaned.get("outcome"), (cleaned.get("answer") or "").strip()
        email = self.instance.email if self.instance.pk else cleaned.get("email")
        if answer and not outcome:
            self.add_error("outcome", ValidationError("Dites la suite donnée\u00a0: la réponse part alors."))
        if email and outcome in (Outcome.ANSWERED, Outcome.CORRECTED) and not answer:
            self.add_error("answer", ValidationError("Écrivez la réponse\u00a0: elle part par courriel."))
        return cleaned


class LetterAdmin(RowAdmin):
    """Letters of visitors: those that wait first, the first term on top; the answer leaves by mail, once."""

    menu = Menu.ADMINISTRATION
    form = LetterForm
    related = ("handled_by",)
    guide = "repondre-aux-visiteurs"
    list_display_links = ("extract",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A letter is not rewritten, nor an answer that has gone. Staff may note what somebody told them."""
        if obj is None:
            return ("received_on", "due_on", *HANDLED)
        about = (obj.about, *(("address", "page") if isinstance(obj, ErrorReport) else ()))
        answered = ("outcome", "answer") if obj.handled_at else ()
        return (*about, *WRITTEN, *answered, *HANDLED)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Once there is an outcome, note who handled the letter and when; write to who left an address."""
        is_new = bool(obj.outcome) and obj.handled_at is None
        if is_new:
            obj.handled_at, obj.handled_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)
        if is_new and obj.email and obj.answer:
            self._answer(obj)

    def _answer(self, letter: Any) -> None:
        with override(letter.language):
            context = {
                "about": getattr(letter, f"get_{letter.about}_display")(),
                "day": wording.day(timezone.localtime(letter.received_on).date(), letter.language),
                "answer": letter.answer,
                "page": mails.absolute(letter.address) if isinstance(letter, ErrorReport) else "",
                "contact": mails.absolute(reverse("programmes:contact")),
            }
        mails.post(
            "letter_answered",
            to=letter.email,
            kind=MailKind.NOTICE,
            language=letter.language,
            context=context,
            key=f"letter-{letter._meta.model_name}-{letter.pk}",
            is_demo=letter.is_demo,
        )

    @admin.display(description="message")
    def extract(self, row: Letter) -> str:
        """The first words."""
        return Truncator(row.message).chars(90)

    @admin.display(description="état", ordering="handled_at")
    def state(self, row: Letter) -> SafeString | str:
        """What came of it; while it waits, how many days are left by the term of the law."""
        if row.handled_at:
            return row.get_outcome_display() or "traité"
        if row.due_on is None:
            return "en attente"
        left = (row.due_on - timezone.localdate()).days
        late = wording.count(-left, "jour", "jours", "fr") + " de retard"
        words = late if left < 0 else f"répondre avant le {wording.short_day(row.due_on, 'fr')}"
        return format_html('<span class="mark mark--{}">{}</span>', "returned" if left < 0 else "submitted", words)


@admin.register(ErrorReport)
class ErrorReportAdmin(LetterAdmin):
    """What readers reported as wrong."""

    list_display = ("received_on", "reason", "extract", "address", "state", "handled_by")
    list_filter = (("handled_at", admin.EmptyFieldListFilter), "reason", "outcome")
    search_fields = ("address", "message", "email")
    sections = (
        ("Le signalement", ("address", "reason", "message", "email", "received_on", "due_on")),
        ("La réponse", ("outcome", "answer", "handled_at", "handled_by")),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """On a page that exists, its link stands beside its address."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None:
            fieldsets[0][1]["fields"].insert(1, "page")
        return fieldsets

    @admin.display(description="fiche")
    def page(self, row: ErrorReport) -> SafeString | str:
        """The page, as a reader sees it."""
        return format_html('<a href="{}">{}</a>', row.address, row.record or row.address)


@admin.register(ContactMessage)
class ContactMessageAdmin(LetterAdmin):
    """What visitors wrote by the contact page."""

    list_display = ("received_on", "subject", "extract", "state", "handled_by")
    list_filter = (("handled_at", admin.EmptyFieldListFilter), "subject", "outcome")
    search_fields = ("message", "email")
    sections = (
        ("Le message", ("subject", "message", "email", "received_on", "due_on")),
        ("La réponse", ("outcome", "answer", "handled_at", "handled_by")),
    )


@admin.register(AccessibilityDeclaration)
class AccessibilityDeclarationAdmin(RowAdmin):
    """What the site declares of its accessibility: a new audit makes a new declaration."""

    menu = Menu.ADMINISTRATION
    is_counted = False
    list_display = ("established_on", "state", "audited_on", "rate", "updated_on")
    sections = (
        ("La déclaration", (("established_on", "updated_on"),)),
        ("L’audit", ("audited_on", "auditor", ("rate", "mean_rate"))),
        ("Contenus non accessibles", ("non_conformities", "burdens", "exempt")),
        ("Comment elle a été établie", ("technologies", "environment", "tools", "pages")),
        ("Ce qui est prévu", ("scheme", "plan")),
    )

    @admin.display(description="état")
    def state(self, row: AccessibilityDeclaration) -> str:
        """The word of the law."""
        return str(row.conformity.label)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The page that shows it."""
        return reverse("programmes:accessibility") if obj else None
