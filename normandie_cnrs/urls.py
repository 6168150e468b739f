"""Addresses of the whole: French first, English beside it."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.generic import TemplateView

from programmes.views.catalogue import CatalogueView
from programmes.views.duties import security


def healthz(_request: HttpRequest) -> HttpResponse:
    """Says that this process answers."""
    return HttpResponse("ok", content_type="text/plain")


handler400 = "programmes.views.errors.wrong"
handler403 = "programmes.views.errors.refused"
handler404 = "programmes.views.errors.missing"
handler500 = "programmes.views.errors.failed"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("admin/", include("programmes.admin.passwords")),
    path("admin/", admin.site.urls),
]
urlpatterns += [path(".well-known/security.txt", security, name="security_txt")]
urlpatterns += [path("data.<slug:form>", CatalogueView.as_view(), name="catalogue")]
urlpatterns += [path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain"))]
urlpatterns += i18n_patterns(
    path("", include("programmes.urls")), path("", include("projects.urls")), path("", include("doctorates.urls"))
)
