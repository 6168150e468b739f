"""Files of co-funded theses, with the shares of their funders."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, F, Q, Sum, When

from programmes.cells import Beside, Cell, Kind
from programmes.models import Theme
from programmes.resources.base import RecordResource
from programmes.resources.columns import Column, column_of
from programmes.resources.companions import Change, Companion, refused
from programmes.resources.links import LinkWidget
from programmes.resources.lists import LinkList
from programmes.resources.naming import LaboratoryLink, organisation_link, person_link
from programmes.resources.widgets import PercentWidget
from projects.resources import project_link

from .models import DoctoralSchool, Thesis, ThesisFunding, ThesisTheme

FUNDERS = 3


class Shares(Companion):
    """Pairs of columns: a funder and its share. A share over dated periods is corrected on the thesis' own page."""

    model = ThesisFunding
    owner = "thesis"
    corrects = ("share",)

    def __init__(self) -> None:
        super().__init__()
        self.funder, self.share = organisation_link(), PercentWidget()
        self.pairs = [
            (
                Column(None, f"Financeur {n}", self.funder, f"funder {n}", example="CNRS" if n == 1 else ""),
                Column(None, f"Quotité {n} (%)", self.share, f"share {n}", f"part {n}", example=50 if n == 1 else ""),
            )
            for n in range(1, FUNDERS + 1)
        ]
        self.columns = tuple(column for pair in self.pairs for column in pair)

    def changes(self, instance: Any, row: dict[str, Any], present: frozenset[str]) -> Iterator[Change]:
        """Shares that are new or corrected. Raises ValidationError."""
        total = Decimal(0)
        for funder, share in self.pairs:
            body, part = self._read(funder, row, present), self._read(share, row, present)
            if body is None and part is None:
                continue
            if body is None or part is None:
                raise refused(share.heading, "un financeur et sa quotité vont ensemble")
            total += part
            if not 0 < part <= 100 or total > 100:
                raise refused(share.heading, "les quotités d’une thèse vont de 0 à 100\u00a0%, ensemble aussi")
            yield from self._change(instance, share.heading, body, part)

    def cells(self) -> Iterator[Cell]:
        """The pairs, when they say all: not beyond three fundings, nor for periods that overlap no more."""
        is_whole = Q(number__lte=FUNDERS, total__lte=100)
        bodies = ArrayAgg("organisation__reference", order_by=("-share", "pk"))
        shares = ArrayAgg("share", order_by=("-share", "pk"))
        rows = ThesisFunding.objects.all()
        beside = Beside(
            rows, "thesis", {"number": Count("pk"), "total": Sum("share"), "bodies": bodies, "shares": shares}
        )
        for rank, (funder, share) in enumerate(self.pairs):
            yield Cell(funder.heading, Case(When(is_whole, then=F(f"bodies__{rank}"))), beside=beside)
            yield Cell(share.heading, Case(When(is_whole, then=F(f"shares__{rank}"))), Kind.SHARE, beside)

    def _read(self, column: Column, row: dict[str, Any], present: frozenset[str]) -> Any:
        try:
            return column.widget.clean(row[column.heading]) if column.heading in present else None
        except ValueError as error:
            raise refused(column.heading, str(error)) from error

    def _change(self, instance: Any, heading: str, body: int, share: Decimal) -> Iterator[Change]:
        own = [old for old in self.rows.get(instance.pk, ()) if old.organisation_id == body]
        words = f"{self.funder.render(body)}, {{}}\u00a0%"
        if not own:
            made = [ThesisFunding(thesis=instance, organisation_id=body, share=share)]
            yield Change(heading, "", words.format(self.share.render(share)), made=made)
        elif all(old.share != share for old in own):
            if len(own) > 1:
                raise refused(heading, "ce financeur a plusieurs périodes\u00a0: corrigez-les sur la fiche")
            before, own[0].share = own[0].share, share
            before_words, after_words = (words.format(self.share.render(value)) for value in (before, share))
            yield Change(heading, before_words, after_words, corrected=own)


class ThesisResource(RecordResource):
    """Co-funded theses. Whether a name is published is decided by a person on the thesis' page, never by a file."""

    kind = "theses"
    title = "Thèses"
    giver = "shares"

    class Meta(RecordResource.Meta):
        model = Thesis

    def make_columns(self) -> Iterator[Column]:
        """What describes a thesis."""
        yield column_of(Thesis, "reference", "code", example="these-exemple")
        yield column_of(Thesis, "project", "projet", widget=project_link(), example="action-exemple")
        yield column_of(Thesis, "title", "intitulé", "sujet", "titre de la thèse", example="Étude d’exemple")
        yield column_of(Thesis, "title_en")
        yield column_of(Thesis, "abstract")
        yield column_of(Thesis, "abstract_en")
        yield column_of(Thesis, "keywords", "mots-clés")
        yield column_of(Thesis, "keywords_en")
        yield column_of(Thesis, "discipline", example="Chimie")
        yield column_of(Thesis, "discipline_en")
        yield from self._people_and_bodies()
        yield from self._life()

    def _people_and_bodies(self) -> Iterator[Column]:
        """Who, and where."""
        yield column_of(Thesis, "candidate", "doctorant", "doctorante", widget=person_link(), example="Camille Exemple")
        yield column_of(
            Thesis, "laboratory", "unité", "laboratoire d’accueil", widget=LaboratoryLink(), example="LABEX"
        )
        yield column_of(Thesis, "school", "ED", widget=LinkWidget(DoctoralSchool, "number", "acronym", "name"))
        for body in ("registering_body", "awarding_body", "employer", "cotutelle_body"):
            yield column_of(Thesis, body, widget=organisation_link())

    def _life(self) -> Iterator[Column]:
        """From the registration to the defence."""
        yield column_of(Thesis, "is_cifre")
        yield column_of(Thesis, "state", "statut de la thèse", example="en préparation")
        yield column_of(Thesis, "registered_on", "date de première inscription", example="01/10/2022")
        yield column_of(Thesis, "contract_ends_on", example="30/09/2025")
        yield column_of(Thesis, "planned_defence")
        yield column_of(Thesis, "defended_on", "date de soutenance")
        yield column_of(Thesis, "ended_on")
        yield column_of(Thesis, "result")
        yield column_of(Thesis, "nnt")
        yield column_of(Thesis, "subject_number", "numéro de sujet", "numsujet")
        yield column_of(Thesis, "hal_id")
        yield column_of(Thesis, "confidential_until")
        yield column_of(Thesis, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Who pays, and the themes."""
        yield Shares()
        themes = LinkWidget(Theme, "reference", "short_label", "label")
        yield LinkList(ThesisTheme, "thesis", "theme", "Thèmes", themes, "themes")

    def givers_of(self, instance: Any) -> Iterator[set[int]]:
        """The body of each share that a line writes."""
        rows = [row for change in self._changes for row in (*change.made, *change.corrected)]
        yield from ({row.organisation_id} for row in rows if isinstance(row, ThesisFunding))

    def complete(self, instance: Any) -> None:
        """Its address never holds a name: it is its reference."""
        instance.slug = instance.reference
