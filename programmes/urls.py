"""Addresses of the foundation: the agreement, the partners, the reports."""

from django.urls import include, path, register_converter
from django.utils.translation import gettext_lazy as _

from .enums import CampaignKind
from .views import (
    agreement,
    commitments,
    contribute,
    data,
    duties,
    home,
    laboratories,
    letters,
    news,
    open_now,
    reminders,
    reports,
    reviewing,
    search,
    site_map,
    twin,
)


class CampaignConverter:
    """The year of a campaign, with its kind when it is not the yearly one: 2024, 2023-mid-term."""

    regex = "[0-9]{4}(?:-[a-z-]+)?"

    def to_python(self, value: str) -> tuple[int, str]:
        """The year and the kind. Raises ValueError for a kind that does not exist: the address is then unknown."""
        year, _dash, kind = value.partition("-")
        return int(year), CampaignKind(kind.replace("-", "_") or CampaignKind.YEARLY)

    def to_url(self, value: tuple[int, str]) -> str:
        """The part of the address."""
        year, kind = value
        return str(year) if kind == CampaignKind.YEARLY else f"{year}-{kind.replace('_', '-')}"


register_converter(CampaignConverter, "campaign")

app_name = "programmes"
under_edition = [
    path(_("tableaux/"), twin.TablesView.as_view(), name="twin_tables"),
    path(_("tableaux/<slug:name>/"), twin.TableView.as_view(), name="twin_table"),
    path(_("tableaux/<slug:name>.csv"), twin.TableFileView.as_view(), name="twin_file"),
    path("<slug:slug>/", twin.ChapterView.as_view(), name="twin_chapter"),
    path("<slug:slug>/<int:rank>/", twin.ChapterView.as_view(), name="twin_sheets"),
]
urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path(_("protocole/"), agreement.ProtocolView.as_view(), name="protocol"),
    path(_("protocole/<slug:reference>/"), agreement.ProtocolView.as_view(), name="protocol_of"),
    path(_("engagements/"), commitments.CommitmentsView.as_view(), name="commitments"),
    path(_("engagements/<int:number>/"), commitments.CommitmentShortcut.as_view(), name="commitment_shortcut"),
    path(_("engagements/<slug:protocol>/<int:number>/"), commitments.CommitmentView.as_view(), name="commitment"),
    path(_("themes/"), agreement.ThemesView.as_view(), name="themes"),
    path(_("themes/<slug:slug>/"), agreement.ThemeView.as_view(), name="theme"),
    path(_("laboratoires/"), laboratories.LaboratoriesView.as_view(), name="laboratories"),
    path(_("laboratoires/<slug:slug>/"), laboratories.LaboratoryView.as_view(), name="laboratory"),
    path(_("recherche/"), search.SearchView.as_view(), name="search"),
    path(_("a-saisir/"), open_now.OpenView.as_view(), name="open"),
    path(_("a-saisir/flux.atom"), open_now.OpenFeedView.as_view(), name="open_feed"),
    path(_("a-saisir/agenda.ics"), open_now.OpenCalendarView.as_view(), name="open_calendar"),
    path(_("actualites.atom"), news.NewsView.as_view(), name="news"),
    path(_("donnees/"), data.DataView.as_view(), name="data"),
    path(_("donnees/<slug:name>.schema.json"), data.SchemaView.as_view(), name="data_schema"),
    path(_("donnees/<slug:name>.<slug:kind>"), data.DataFileView.as_view(), name="data_file"),
    path(_("contribuer/<str:token>/"), contribute.ContributeView.as_view(), name="contribute"),
    path(_("contribuer/<str:token>/recu.pdf"), contribute.ReceiptView.as_view(), name="receipt"),
    path(_("rapports/"), reports.ReportsView.as_view(), name="reports"),
    path(_("rapports/<int:year>/"), reports.ReportShortcut.as_view(), name="report_shortcut"),
    path(_("rapports/<slug:protocol>/<campaign:campaign>/"), reports.ReportView.as_view(), name="report"),
    path(_("rapports/<slug:protocol>/<campaign:campaign>/<int:number>/"), reports.ReportView.as_view(), name="edition"),
    path(
        _("rapports/<slug:protocol>/<campaign:campaign>/<int:number>/citation.<slug:format>"),
        reports.EditionCitationView.as_view(),
        name="edition_citation",
    ),
    path(
        _("rapports/<slug:protocol>/<campaign:campaign>/<int:number>/<slug:language>.<slug:format>"),
        reports.EditionFileView.as_view(),
        name="edition_file",
    ),
    path(_("rapports/<slug:protocol>/<campaign:campaign>/<int:number>/"), include(under_edition)),
    path(_("relecture/<slug:token>/"), reviewing.ReviewView.as_view(), name="review"),
    path(_("relecture/<slug:token>/<slug:language>.pdf"), reviewing.ReviewFileView.as_view(), name="review_file"),
    path(_("rappels/<str:token>/"), reminders.StoppingView.as_view(), name="reminders"),
    path(_("agenda/<slug:token>.ics"), reminders.CalendarView.as_view(), name="calendar"),
    path(_("accessibilite/"), duties.AccessibilityView.as_view(), name="accessibility"),
    path(_("mentions-legales/"), duties.ProseView.as_view(page="legal"), name="legal"),
    path(_("donnees-personnelles/"), duties.ProseView.as_view(page="privacy"), name="privacy"),
    path(_("aide/"), duties.HelpView.as_view(), name="help"),
    path(_("plan-du-site/"), site_map.SiteMapView.as_view(), name="site_map"),
    path(_("contact/"), letters.ContactView.as_view(), name="contact"),
    path(_("contact/recu/"), letters.ReceivedView.as_view(), name="letter_received"),
    path(_("signaler/<slug:kind>/<slug:key>/"), letters.ErrorView.as_view(), name="report_error"),
]
