"""Where visitors write: the contact page, and the report of an error on a record. The only public pages with a form."""

from typing import Any, Final

from django.contrib import admin
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from .. import mails
from ..admin import throttling
from ..enums import Language
from ..forms import ContactForm, ErrorForm, LetterForm
from ..mails import MailKind
from ..models import ErrorReport
from ..models.letters import ContactSubject
from ..templatetags.words import day, link_words
from .cards import Card
from .public import ReadOnly

PER_SENDER: Final = 6  # messages of one network address in a quarter of an hour
PER_EMAIL: Final = 3  # acknowledgements to one address in the same time: nobody is flooded in our name


@method_decorator(never_cache, name="dispatch")
class LetterView(FormView):
    """A form that writes a letter, acknowledges it, and says where one may also turn."""

    def post(self, request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        """Take the letter in; the same sender writes a few times at most, and loses nothing when told so."""
        counters = throttling.counter("letter", throttling.sender(request), PER_SENDER)
        form = self.get_form()
        if form.is_bound and throttling.is_exhausted(counters):
            form.add_error(None, _("Trop de messages en peu de temps\u00a0: attendez un quart d’heure."))
            return self._shown_again(form, 429)
        if not form.is_valid():
            return self._shown_again(form, 422)
        throttling.count(counters)
        return self.form_valid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the letter, but a robot's, and say that it came."""
        if not form.is_from_a_robot:
            self.complete(form.instance)
            form.instance.language = get_language() or Language.FRENCH
            with transaction.atomic():
                self._acknowledge(form.save())
        return redirect(reverse("programmes:letter_received"))

    def complete(self, letter: Any) -> None:
        """What the page itself knows of the letter."""

    def _shown_again(self, form: LetterForm, status: int) -> HttpResponse:
        answer: Any = self.render_to_response(self.get_context_data(form=form.shown_again()))
        answer.status_code = status
        return answer

    def _acknowledge(self, letter: Any) -> None:
        """A mail that says what came and by when it is answered, without a word of what was written."""
        counters = throttling.counter("letter-mail", letter.email.casefold(), PER_EMAIL)
        if not letter.email or throttling.is_exhausted(counters):
            return
        throttling.count(counters)
        context = {
            "about": getattr(letter, f"get_{letter.about}_display")(),
            "page": mails.absolute(letter.address) if isinstance(letter, ErrorReport) else "",
            "due": day(letter.due_on) if letter.due_on else "",
        }
        mails.post("letter_received", to=letter.email, kind=MailKind.NOTICE, language=letter.language, context=context)


class ContactView(LetterView):
    """Write to those who keep the register."""

    form_class = ContactForm
    template_name = "programmes/letters/contact.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The form, and what the page says of itself."""
        told = _("Écrire aux équipes qui tiennent le registre : une question, une demande, vos données.")
        return super().get_context_data(**context) | {"card": Card(description=told)}

    def get_initial(self) -> dict[str, Any]:
        """The subject that a link names: `?subject=accessibility`."""
        asked = self.request.GET.get("subject", "")
        return {"subject": asked} if asked in ContactSubject.values else {}


class ErrorView(LetterView):
    """Report an error on the page of a record that this visitor may see."""

    form_class = ErrorForm
    template_name = "programmes/letters/error.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The record, and the way back to its page."""
        record, address = self.reported()
        about = {"record": called(record)}
        told = _("Dire ce qui est faux, périmé ou manquant sur la page « %(record)s ».")
        return super().get_context_data(**context) | {
            "record": named(record),
            "title": _("Signaler une erreur : %(record)s") % about,
            "address": address,
            "card": Card(description=told % about),
        }

    def complete(self, letter: ErrorReport) -> None:
        """Which record is meant."""
        letter.record, letter.address = self.reported()

    def reported(self) -> tuple[Any, str]:
        """The record of the address, and that of its page. Raises Http404 when there is none to see."""
        kind, key = self.kwargs["kind"], self.kwargs["key"]
        pages: dict[str, Any] = {str(model._meta.model_name): page for model, page in admin.site._registry.items()}
        page = pages.get(kind)
        if page is None or not page.public_page:
            raise Http404
        rows = page.model._default_manager.all()
        if hasattr(rows, "visible_to"):
            record = get_object_or_404(rows.visible_to(self.request.user), reference=key)
        else:
            record = get_object_or_404(rows, pk=key if key.isdecimal() else None)
        address = page.get_view_on_site_url(record)
        if address is None:
            raise Http404
        return record, address


def named(record: Any) -> str:
    """What a record is called, in the reader's language; a French name on an English page says that it is French."""
    return link_words(record, field) if (field := _name_of(record)) else str(record)


def called(record: Any) -> str:
    """The same as bare words, for titles."""
    return record.tr(field) if (field := _name_of(record)) else str(record)


def _name_of(record: Any) -> str:
    """The column that holds its name, if one does."""
    return next((name for name in ("short_title", "title", "label", "name") if hasattr(record, name)), "")


class ReceivedView(ReadOnly, TemplateView):
    """The letter came. The page says nothing of it: whoever opens it reads the same."""

    template_name = "programmes/letters/received.html"
