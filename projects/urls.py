"""Addresses of the joint actions."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import citing, screens

app_name = "projects"
urlpatterns = [
    path(_("actions/"), screens.ProjectListView.as_view(), name="list"),
    path(_("actions/<slug:slug>/"), screens.ProjectView.as_view(), name="detail"),
    path(_("actions/<slug:slug>/fiche.pdf"), screens.ProjectLeafletView.as_view(), name="leaflet"),
    path(_("actions/<slug:slug>/citation.<slug:format>"), citing.ProjectCitationView.as_view(), name="citation"),
    path("documents/<int:number>/", screens.DocumentView.as_view(), name="document"),
]
