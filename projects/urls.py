"""Addresses of the joint actions."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "projects"
urlpatterns = [
    path(_("actions/"), views.ProjectListView.as_view(), name="list"),
    path(_("actions/<slug:slug>/"), views.ProjectView.as_view(), name="detail"),
]
