"""The guide: a short page a task, in the order of the work; each screen leads to its own."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.admin.sites import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path


@dataclass(frozen=True, kw_only=True)
class Page:
    """A task of the guide; its text is the template of that name."""

    slug: str
    title: str
    group: str
    summary: str

    @property
    def template(self) -> str:
        """Where its text stands."""
        return f"admin/guide/pages/{self.slug}.html"


PAGES = (
    Page(
        slug="saisir-une-action",
        title="Saisir une action",
        group="Saisir",
        summary="Une action commune, ses dates, ses partenaires, ses engagements.",
    ),
    Page(
        slug="saisir-une-these",
        title="Saisir une thèse",
        group="Saisir",
        summary="Une thèse cofinancée, du choix du sujet à la soutenance.",
    ),
    Page(
        slug="saisir-un-laboratoire",
        title="Saisir un laboratoire et son code d’unité",
        group="Saisir",
        summary="L’unité, ses tutelles, ses numéros, et son code qui change avec le temps.",
    ),
    Page(
        slug="saisir-une-subvention",
        title="Saisir une subvention et ses versements",
        group="Saisir",
        summary="Du vote au dernier mandat, une ligne pour chaque étape.",
    ),
    Page(
        slug="importer-un-fichier",
        title="Importer un fichier",
        group="Fichiers",
        summary="Un tableau XLSX, ODS ou CSV, relu ligne par ligne avant d’être enregistré.",
    ),
    Page(
        slug="exporter-une-liste",
        title="Exporter une liste",
        group="Fichiers",
        summary="Une liste telle qu’elle est filtrée et triée à l’écran, dans un tableur.",
    ),
    Page(
        slug="remplir-une-fiche-annuelle",
        title="Remplir une fiche annuelle",
        group="Campagne",
        summary="Ce qui a été fait dans l’année, pour une action, une thèse ou un engagement.",
    ),
    Page(
        slug="donner-un-visa",
        title="Donner un visa",
        group="Campagne",
        summary="Approuver une fiche ou un rapport au nom de sa partie.",
    ),
    Page(
        slug="renvoyer-une-fiche",
        title="Renvoyer une fiche",
        group="Campagne",
        summary="Demander une correction, avec un motif que l’auteur lira.",
    ),
    Page(
        slug="suivre-les-repondants",
        title="Suivre les répondants",
        group="Campagne",
        summary="Les liens personnels des laboratoires\u00a0: envoyer, relancer, révoquer, remplir à leur place.",
    ),
    Page(
        slug="regler-ses-rappels",
        title="Régler ses rappels",
        group="Campagne",
        summary="Quand les messages partent, et les échéances dans son agenda.",
    ),
    Page(
        slug="publier-une-fiche",
        title="Publier une fiche",
        group="Publier",
        summary="Du brouillon à la page publique, et retour.",
    ),
    Page(
        slug="repondre-aux-visiteurs",
        title="Répondre aux visiteurs",
        group="Publier",
        summary="Les erreurs signalées et les messages reçus, et les délais que la loi donne.",
    ),
    Page(
        slug="preparer-le-rapport",
        title="Préparer le rapport annuel",
        group="Rapport",
        summary="De la campagne close à l’édition publiée.",
    ),
    Page(
        slug="publier-un-erratum",
        title="Publier un erratum",
        group="Rapport",
        summary="Corriger un rapport publié sans effacer le précédent.",
    ),
    Page(
        slug="corriger-a-deux",
        title="Corriger à deux la même fiche",
        group="Retrouver",
        summary="Quand quelqu’un d’autre a enregistré pendant votre saisie.",
    ),
    Page(
        slug="fusionner-des-doublons",
        title="Fusionner des doublons",
        group="Retrouver",
        summary="Un organisme, un laboratoire ou une personne inscrits deux fois.",
    ),
    Page(
        slug="retablir-un-etat",
        title="Rétablir un état antérieur",
        group="Retrouver",
        summary="Revenir sur une modification, champ par champ.",
    ),
    Page(
        slug="comptes-et-roles",
        title="Comptes et rôles",
        group="Administrer",
        summary="Qui peut entrer, pour quel organisme, et ce qu’il peut faire.",
    ),
)
BY_SLUG = {page.slug: page for page in PAGES}
# Screens that belong to no table of the menu, by the beginning of the name of their address.
SCREENS = {
    "programmes_import_": "importer-un-fichier",
    "programmes_job_": "preparer-le-rapport",
    "trail": "retablir-un-etat",
    "roles": "comptes-et-roles",
    "reminders": "regler-ses-rappels",
    "programmes_campaign_links": "suivre-les-repondants",
    "programmes_campaign_remind": "suivre-les-repondants",
    "failed_mails": "suivre-les-repondants",
}


def urls(site: AdminSite) -> list[URLPattern]:
    """The table of contents, and a page a task."""

    def contents(request: HttpRequest) -> HttpResponse:
        return contents_view(request, site)

    def page(request: HttpRequest, slug: str) -> HttpResponse:
        return page_view(request, site, slug)

    return [
        path("guide/", site.admin_view(contents), name="guide"),
        path("guide/<slug:slug>/", site.admin_view(page), name="guide_page"),
    ]


def contents_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Every task, by what one is doing."""
    groups = [(name, list(pages)) for name, pages in groupby(PAGES, key=lambda page: page.group)]
    context: dict[str, Any] = {**site.each_context(request), "title": "Guide", "groups": groups}
    return TemplateResponse(request, "admin/guide/contents.html", context)


def page_view(request: HttpRequest, site: AdminSite, slug: str) -> HttpResponse:
    """One task, screen by screen. Raises Http404 for a task that does not exist."""
    page = BY_SLUG.get(slug)
    if page is None:
        raise Http404
    place = PAGES.index(page)
    context = {
        **site.each_context(request),
        "title": page.title,
        "page": page,
        "next": PAGES[place + 1] if place + 1 < len(PAGES) else None,
    }
    return TemplateResponse(request, "admin/guide/page.html", context)


def page_for(request: HttpRequest, current: str) -> Page | None:
    """The page that explains the screen one is on; `current` is what the page of a table says of itself."""
    match = request.resolver_match
    name = (match.url_name if match else "") or ""
    if name.endswith(("_history", "_restore")):
        return BY_SLUG["retablir-un-etat"]
    if name.endswith("_merge"):
        return BY_SLUG["fusionner-des-doublons"]
    found = next((slug for start, slug in SCREENS.items() if name.startswith(start)), current)
    return BY_SLUG.get(found)
