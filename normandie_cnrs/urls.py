"""Addresses of the whole: French first, English beside it."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from programmes.views.catalogue import CatalogueView
from programmes.views.duties import security
from programmes.views.sitemap import RobotsView, SitemapPartView, SitemapView


@csrf_exempt
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Says that this process answers."""
    return HttpResponse("ok", content_type="text/plain")


@csrf_exempt
@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Where the mark is, for those who ask before they read where it is."""
    return HttpResponseRedirect(static("programmes/mark.svg"), headers={"Cache-Control": "max-age=86400"})


handler400 = "programmes.views.errors.wrong"
handler403 = "programmes.views.errors.refused"
handler404 = "programmes.views.errors.missing"
handler500 = "programmes.views.errors.failed"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("favicon.ico", favicon),
    path("admin/", include("programmes.admin.passwords")),
    path("admin/", admin.site.urls),
]
urlpatterns += [path(".well-known/security.txt", security, name="security_txt")]
urlpatterns += [path("data.<slug:form>", CatalogueView.as_view(), name="catalogue")]
urlpatterns += [
    path("robots.txt", RobotsView.as_view(), name="robots"),
    path("sitemap.xml", SitemapView.as_view(), name="sitemap"),
    path("sitemap-<slug:name>.<int:number>.xml", SitemapPartView.as_view(), name="sitemap_part"),
]
# Theses and actions first: nearly all of the pages are theirs, and addresses are tried one after the other.
urlpatterns += i18n_patterns(
    path("", include("doctorates.urls")), path("", include("projects.urls")), path("", include("programmes.urls"))
)
