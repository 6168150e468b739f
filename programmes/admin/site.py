"""The administration as a whole: its name, its start page, and a menu in the order of the work."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.options import IS_POPUP_VAR
from django.db.models import TextChoices
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from .. import wording
from ..resources import all_kinds
from ..sections import todo
from . import board, checking, duplicates, frame, guide, mailbox, outbox, powers, recent, reminders, searching, start
from .login import StaffLoginForm


class Menu(TextChoices):
    """What staff do, in the order of the menu."""

    PROTOCOL = "protocol", "Protocole"
    PROJECTS = "projects", "Actions"
    THESES = "theses", "Thèses"
    PARTNERS = "partners", "Partenaires"
    MONEY = "money", "Financements"
    YEAR = "year", "Campagne annuelle"
    REPORTS = "reports", "Rapports"
    ADMINISTRATION = "administration", "Administration"


def _counted(around: Any, name: str) -> int | None:
    """How many rows of a table the menu tells; None when it tells none."""
    number: int | None = around.counts.get(name)
    return number


class StaffSite(AdminSite):
    """The administration: always in French, grouped by what staff do."""

    site_header = settings.SITE_NAME
    site_title = f"{settings.SITE_NAME}, administration"
    index_title = "À faire"
    empty_value_display = "–"
    login_form = StaffLoginForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The pages that belong to no table."""
        return [
            path("recherche/", self.admin_view(self.search), name="search"),
            path("a-faire/nombre/", self.admin_view(self.task_count), name="task_count"),
            path("controle/", self.admin_view(checking.answer), name="identifier_check"),
            path("r/<path:_nothing>", self.admin_view(nowhere), name="view_on_site"),
            *board.urls(self),
            *duplicates.urls(self),
            *recent.urls(self),
            *guide.urls(self),
            *powers.urls(self),
            *mailbox.urls(self),
            *outbox.urls(self),
            *reminders.urls(self),
            *super().get_urls(),
        ]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What stands around every page."""
        context = super().each_context(request)
        if context["has_permission"] and IS_POPUP_VAR not in request.GET:
            tables = [table for group in context["available_apps"] for table in group["models"]]
            pages: list[Any] = [self.get_model_admin(table["model"]) for table in tables]
            counted = [page for page in pages if page.is_counted]
            # Counted when the page is drawn: an answer that redirects needs no count.
            around: Any = SimpleLazyObject(lambda: frame.frame_of(request, counted))
            for table in tables:
                table["count"] = partial(_counted, around, table["model"]._meta.label_lower)
                table["is_current"] = request.path.startswith(table["admin_url"] or "-")
            told = [self._guide_of(table) for table in tables if table["is_current"]]
            helped = guide.page_for(request, told[0] if told else "")
            context |= {"frame": around, "may_import": self.kinds_of(request), "help_page": helped}
            context["has_mailbox"] = mailbox.is_open_to(request.user)
            context["has_outbox"] = outbox.is_open_to(request.user)
        return context

    def _guide_of(self, table: dict[str, Any]) -> str:
        page: Any = self.get_model_admin(table["model"])
        return str(page.guide)

    def kinds_of(self, request: HttpRequest) -> list[Any]:
        """The kinds of files that this person may import: what they may both add and change."""
        return [kind for kind in all_kinds().values() if request.user.has_perms(changes_of(kind))]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables this person may see, by what staff do."""
        groups: dict[Menu, list[Any]] = {menu: [] for menu in Menu}
        for group in self._build_app_dict(request).values():
            for table in group["models"]:
                page: Any = self.get_model_admin(table["model"])
                if menu := getattr(page, "menu", None):
                    groups[menu].append(table | {"begin": page.begin})
        order = list(self._registry)
        return [
            {
                "name": str(menu.label),
                "app_label": menu.value,
                "app_url": "",
                "models": sorted(tables, key=lambda table: order.index(table["model"])),
            }
            for menu, tables in groups.items()
            if tables
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        """What waits for this person, then where work begins."""
        user: Any = request.user
        page = start.context_of(user, self._with_imports(request))
        frame.remember_tasks(user, len(page["lines"]))
        changes = {"recent": recent.latest_lines(request, self)}
        return super().index(request, {**page, **changes, **(extra_context or {})})

    def _with_imports(self, request: HttpRequest) -> list[Any]:
        """The menu, with the files that each table takes in."""
        imports: dict[Any, list[tuple[str, str]]] = {}
        for kind in self.kinds_of(request):
            address = reverse("admin:programmes_import_send", args=(kind.kind,))
            imports.setdefault(kind._meta.model, []).append(
                (f"Importer un fichier\u00a0: {kind.title.lower()}", address)
            )
        groups = self.get_app_list(request)
        for group in groups:
            group["models"] = [table | {"imports": imports.get(table["model"], ())} for table in group["models"]]
        return groups

    def search(self, request: HttpRequest) -> HttpResponse:
        """The records that answer to a few words or to a number; straight to the one that bears the number."""
        asked = " ".join(request.GET.get("q", "").split())[: searching.LONGEST]
        found = searching.search(request, self._registry.values(), asked)
        if found.jump:
            return redirect(found.jump)
        answers = wording.count(found.count, "fiche", "fiches", "fr")
        answers = f"Plus de {answers}" if found.has_more else answers
        title = f"{answers} pour «\u00a0{asked}\u00a0»" if found.count else "Recherche"
        context = {**self.each_context(request), "title": title, "found": found, "asked": asked}
        return TemplateResponse(request, "admin/search.html", context)

    def task_count(self, request: HttpRequest) -> JsonResponse:
        """How many things wait for this person: asked for by pages that do not know it."""
        user: Any = request.user
        number = len(todo.tasks_of(user, localdate()))
        frame.remember_tasks(user, number)
        return JsonResponse({"count": number})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        """Staff do not know our apps: their page is the start page."""
        return redirect("admin:index")


def nowhere(_request: HttpRequest, _nothing: str) -> HttpResponse:
    """Raise Http404: each page of a record knows its public page, Django’s detour by numbers leads nowhere here."""
    raise Http404


def changes_of(kind: Any) -> list[str]:
    """What one must be allowed to do, to import a kind of file."""
    meta = kind._meta.model._meta
    return [f"{meta.app_label}.{verb}_{meta.model_name}" for verb in ("add", "change")]
