"""The administration as a whole: its name, and a menu in the order of the work."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

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


class StaffSite(AdminSite):
    """The administration: always in French, grouped by what staff do."""

    site_header = settings.SITE_NAME
    site_title = f"{settings.SITE_NAME}, administration"
    index_title = "Saisir et consulter"
    empty_value_display = "–"
    login_form = StaffLoginForm

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables this person may see, by what staff do."""
        groups: dict[Menu, list[Any]] = {menu: [] for menu in Menu}
        for group in self._build_app_dict(request).values():
            for table in group["models"]:
                menu = getattr(self.get_model_admin(table["model"]), "menu", None)
                if menu is not None:
                    groups[menu].append(table)
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

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        """Staff do not know our apps: their page is the start page."""
        return redirect("admin:index")
