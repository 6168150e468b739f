"""The words of the editions, place by place, for the search: what a chapter or a sheet says, in each language."""

from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, When
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..enums import Language
from ..roles import TableKind
from .belonging import row_of
from .reports import Edition
from .searching import SearchedQuerySet


class PassageQuerySet(SearchedQuerySet["Passage"]):
    """Passages of reports."""

    def visible_to(self, viewer: Any) -> Self:
        """What outsiders read: the edition in force of each published report, never a candidate nor a withdrawn one."""
        return self.filter(edition__in=Edition.objects.visible_to(None).current().values("pk"))

    def spoken(self) -> Self:
        """Those in the reader's language."""
        return self.filter(language=get_language() or Language.FRENCH)


class Passage(models.Model):
    """What an edition says at a place: a chapter's own blocks, a sheet, or its title page, which has no chapter.

    Made from the frozen content, never edited. `chapter` and `page` find the page of the web twin, `anchor` the place
    on it.
    """

    belongs = row_of("edition", kind=TableKind.JOURNAL)

    edition = models.ForeignKey(Edition, verbose_name=_("édition"), on_delete=models.CASCADE, related_name="passages")
    language = models.CharField(_("langue"), max_length=2, choices=Language)
    rank = models.PositiveIntegerField(_("rang"))
    chapter = models.CharField(_("chapitre"), max_length=120, blank=True)
    page = models.PositiveIntegerField(_("page"), default=1)
    anchor = models.CharField(_("ancre"), max_length=160)
    above = models.TextField(_("titre du chapitre"), blank=True)
    title = models.TextField(_("titre"))
    text = models.TextField(_("texte"), blank=True)
    search = models.GeneratedField(
        expression=Case(
            When(
                language=Language.ENGLISH,
                then=SearchVector("title", weight="A", config="english")
                + SearchVector("text", weight="C", config="english"),
            ),
            default=SearchVector("title", weight="A", config="fr") + SearchVector("text", weight="C", config="fr"),
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage d’une édition")
        verbose_name_plural = _("passages des éditions")
        default_permissions = ()
        ordering = ["edition", "language", "rank"]
        indexes = [GinIndex(fields=["search"], name="passage_search")]
        constraints = [models.UniqueConstraint(fields=["edition", "language", "rank"], name="passage_unique")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_demo(self) -> bool:
        """Whether its edition shows invented rows."""
        return self.edition.contains_demo

    def language_of(self, _field: str) -> str:
        """Always the reader's: each language has passages of its own."""
        return ""
