"""Addresses of the co-funded theses."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "doctorates"
urlpatterns = [
    path(_("theses/"), views.ThesisListView.as_view(), name="list"),
    path(_("theses/<slug:slug>/"), views.ThesisView.as_view(), name="detail"),
]
