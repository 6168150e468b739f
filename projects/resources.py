"""Files of joint actions and of the money."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from programmes.models import Commitment, Theme
from programmes.resources.base import RecordResource
from programmes.resources.columns import Column, column_of
from programmes.resources.companions import Companion
from programmes.resources.links import LinkWidget
from programmes.resources.lists import LinkList
from programmes.resources.naming import LaboratoryLink, organisation_link

from .models import (
    Contribution,
    ContributionFunder,
    FundingScheme,
    Grant,
    Payment,
    Project,
    ProjectCommitment,
    ProjectTheme,
)


def project_link() -> LinkWidget:
    """An action: reference, short name or title."""
    return LinkWidget(Project, "reference", "acronym", "title")


def scheme_link() -> LinkWidget:
    """A funding scheme: reference or name."""
    return LinkWidget(FundingScheme, "reference", "name")


class ProjectResource(RecordResource):
    """Joint actions with their commitments and themes."""

    kind = "actions"
    title = "Actions"

    class Meta(RecordResource.Meta):
        model = Project

    def make_columns(self) -> Iterator[Column]:
        """What describes an action."""
        yield column_of(Project, "reference", "code", example="action-exemple")
        yield column_of(Project, "title", "intitulé", "libellé", example="Action d’exemple")
        yield column_of(Project, "title_en")
        yield column_of(Project, "acronym", "acronyme", "sigle", example="EXEMPLE")
        yield column_of(Project, "acronym_en")
        yield column_of(Project, "kind", "type", example="projet de recherche")
        yield column_of(Project, "state", example="en cours")
        yield column_of(Project, "is_flagship")
        yield column_of(Project, "rank")
        yield column_of(Project, "summary", "résumé")
        yield column_of(Project, "summary_en")
        yield column_of(Project, "part_of", widget=project_link())
        yield column_of(Project, "lead_laboratory", "laboratoire", widget=LaboratoryLink())
        yield column_of(Project, "planned_start", example="01/09/2022")
        yield column_of(Project, "planned_end", example="31/08/2025")
        yield column_of(Project, "actual_start", "début")
        yield column_of(Project, "actual_end", "fin")
        yield column_of(Project, "frame")
        yield column_of(Project, "call_reference")
        yield column_of(Project, "is_open_to_users")
        yield column_of(Project, "access")
        yield column_of(Project, "access_en")
        yield column_of(Project, "website", "site web")
        yield column_of(Project, "contact_email", "contact", "courriel de contact")
        yield column_of(Project, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Commitments served and themes."""
        commitments = LinkWidget(Commitment, "reference", "label")
        yield LinkList(ProjectCommitment, "project", "commitment", "Engagements", commitments, "commitments")
        themes = LinkWidget(Theme, "reference", "short_label", "label")
        yield LinkList(ProjectTheme, "project", "theme", "Thèmes", themes, "themes")

    def complete(self, instance: Any) -> None:
        """Its address is its reference, until somebody finds better."""
        instance.slug = instance.reference


class ContributionResource(RecordResource):
    """Planned money with its funders."""

    kind = "contributions"
    title = "Contributions prévues"
    giver = "funders"

    class Meta(RecordResource.Meta):
        model = Contribution

    def make_columns(self) -> Iterator[Column]:
        """What is planned, for which action."""
        yield column_of(Contribution, "reference", "code", example="contribution-exemple")
        yield column_of(Contribution, "project", "projet", widget=project_link(), example="action-exemple")
        yield column_of(Contribution, "nature", example="subvention")
        yield column_of(Contribution, "scheme", widget=scheme_link())
        yield column_of(Contribution, "purpose", example="Équipement")
        yield column_of(Contribution, "purpose_en")
        yield column_of(Contribution, "year", "exercice", example=2023)
        yield column_of(Contribution, "amount", "montant", example="45 000,50")
        yield column_of(Contribution, "amount_max")
        yield column_of(Contribution, "precision")
        yield column_of(Contribution, "as_of")
        yield column_of(Contribution, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Who pays."""
        self.funders = LinkList(
            ContributionFunder, "contribution", "organisation", "Financeurs", organisation_link(), "financeur",
            "funders", "funder",
        )  # fmt: skip
        yield self.funders

    def givers_of(self, instance: Any) -> Iterator[set[int]]:
        """Its funders before the line, then with those that the line adds."""
        held = {row.organisation_id for row in self.funders.rows.get(instance.pk, ())}
        yield held
        yield held | {row.organisation_id for change in self._changes for row in change.made}


class GrantResource(RecordResource):
    """Voted grants."""

    kind = "subventions"
    title = "Subventions"
    giver = "organisation_id"

    class Meta(RecordResource.Meta):
        model = Grant

    def make_columns(self) -> Iterator[Column]:
        """The vote, the agreement, the amounts."""
        yield column_of(Grant, "reference", "code", example="subvention-exemple")
        yield column_of(Grant, "project", "projet", widget=project_link(), example="action-exemple")
        yield column_of(Grant, "organisation", "financeur", widget=organisation_link())
        yield column_of(Grant, "beneficiary", widget=organisation_link())
        yield column_of(Grant, "scheme", widget=scheme_link())
        yield column_of(Grant, "contribution", widget=LinkWidget(Contribution, "reference"))
        yield column_of(Grant, "purpose", example="Équipement")
        yield column_of(Grant, "deciding_body", example="Commission permanente")
        yield column_of(Grant, "decision_number", "n° de délibération", "délibération")
        yield column_of(Grant, "voted_on", "date du vote", example="05/09/2021")
        yield column_of(Grant, "budget")
        yield column_of(Grant, "amount", "montant", example="45 000,50")
        yield column_of(Grant, "is_lump_sum")
        yield column_of(Grant, "rate")
        yield column_of(Grant, "eligible_base", "assiette")
        yield column_of(Grant, "convention_number", "n° de convention", "convention")
        yield column_of(Grant, "convention_signed_on", "date de la convention")
        yield column_of(Grant, "eligible_from")
        yield column_of(Grant, "eligible_until", heading="Dépenses éligibles au")
        yield column_of(Grant, "lapses_on", "date de caducité")
        yield column_of(Grant, "cancelled_amount")
        yield column_of(Grant, "cancelled_on")
        yield column_of(Grant, "source")


class PaymentResource(RecordResource):
    """Payment orders; one is known by its grant, its budget year and its number."""

    kind = "versements"
    title = "Versements"
    key = ("grant_id", "budget_year", "mandate_number")
    giver = "grant_id"

    class Meta(RecordResource.Meta):
        model = Payment

    def make_columns(self) -> Iterator[Column]:
        """The order, its day, its amount."""
        yield column_of(Payment, "grant", widget=LinkWidget(Grant, "reference"), example="subvention-exemple")
        yield column_of(Payment, "budget_year", "année", example=2023)
        yield column_of(Payment, "mandate_number", "n° de mandat", "mandat", example="1234")
        yield column_of(Payment, "paid_on", "date du mandat", "date de paiement", example="05/09/2023")
        yield column_of(Payment, "amount", example="10 000,00")
        yield column_of(Payment, "source")

    @cached_property
    def _givers(self) -> dict[int, int]:
        return dict(Grant.objects.values_list("pk", "organisation_id"))

    def givers_of(self, instance: Any) -> Iterator[set[int]]:
        """Who gives the grant."""
        for grants in super().givers_of(instance):
            yield {self._givers[grant] for grant in grants}
