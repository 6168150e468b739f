"""Addresses of the co-funded theses."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import citing, screens

app_name = "doctorates"
urlpatterns = [
    path(_("theses/"), screens.ThesisListView.as_view(), name="list"),
    path(_("theses/<slug:slug>/"), screens.ThesisView.as_view(), name="detail"),
    path(_("theses/<slug:slug>/fiche.pdf"), screens.ThesisLeafletView.as_view(), name="leaflet"),
    path(_("theses/<slug:slug>/citation.<slug:format>"), citing.ThesisCitationView.as_view(), name="citation"),
]
