"""Three places, each with one row of every table: what tests of rights ask about.

« own » is assigned to the contributor; « same » belongs to another protocol of the same party, in other hands; what
is « other » belongs to a protocol of other parties.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from doctorates.models import ThesisSheet
from programmes.enums import JobKind, VisaPurpose
from programmes.models import (
    ContactMessage,
    DistinctPair,
    ErrorReport,
    FormerSlug,
    Import,
    Job,
    Merge,
    Organisation,
    Remark,
    Statement,
    StatusChange,
    User,
    Visa,
)
from projects.models import Output, ProjectSheet
from tests import factories
from tests.factories import AssignmentFactory, UserFactory

PLACES = ("own", "same", "other")
Rows = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class World:
    """A row of every table in each place, and an account for each role."""

    places: dict[str, Rows]
    staff: dict[str, User]
    work: dict[str, Rows]  # what each of them asked for

    def rows(self, role: str, table: str) -> Rows:
        """The row of a table in each place."""
        found = {place: rows[table] for place, rows in self.places.items()}
        return found | ({"own": self.work[role][table]} if table in self.work[role] else {})


def build() -> World:
    """Everything, in one go: it is made once for all the tests of a module."""
    mine, others = factories.OrganisationFactory(name="Partie essai"), factories.OrganisationFactory(name="Autre essai")
    roles = ("reader", "contributor", "approver", "administrator")
    staff: dict[str, Any] = {
        role: UserFactory(**{role: True}, organisation=mine, full_name=f"Essai {role}") for role in roles
    }
    strangers = [UserFactory(contributor=True, organisation=body) for body in (mine, others)]
    giver = {"own": mine, "same": mine, "other": others}
    places = {place: rows_of(place, giver[place]) for place in PLACES}
    attribute(places["own"], staff["contributor"])
    attribute(places["same"], strangers[0])
    attribute(places["other"], strangers[1])
    return World(places=places, staff=staff, work={role: work_of(user) for role, user in staff.items()})


def work_of(user: User) -> Rows:
    """What somebody asked for."""
    return {
        "programmes.Job": Job.objects.create(kind=JobKind.EXPORT, asked_by=user),
        "programmes.Import": Import.objects.create(kind="theses", name="essai.csv", checksum="0" * 64, author=user),
    }


def rows_of(place: str, giver: Organisation) -> Rows:
    """One row of every table, all of one protocol, which binds the giver of its money."""
    rows: Rows = {**_frame(giver), "programmes.Organisation": factories.OrganisationFactory()}
    rows |= _directory(rows)
    rows |= _records(rows, giver)
    rows |= _year(rows)
    return rows | _about(rows["projects.Project"], rows, UserFactory(full_name=f"Essai {place}"))


def attribute(rows: Rows, user: User) -> None:
    """Put the records of a place in somebody's hands."""
    for name in ("programmes.Protocol", "programmes.Laboratory", "projects.Project", "projects.Event"):
        AssignmentFactory(user=user, record=rows[name])


def _frame(giver: Organisation) -> Rows:
    protocol, speaker = factories.ProtocolFactory(parties=0, title="Essai"), factories.PersonFactory()
    commitment = factories.CommitmentFactory(protocol=protocol, label="Essai")
    return {
        "programmes.Protocol": protocol,
        "programmes.Party": factories.PartyFactory(protocol=protocol, organisation=giver),
        "programmes.Commitment": commitment,
        "programmes.Theme": factories.ThemeFactory(protocol=protocol, label="Essai"),
        "programmes.Indicator": factories.IndicatorFactory(commitment=commitment, label="Essai"),
        "programmes.Campaign": factories.CampaignFactory(protocol=protocol),
        "programmes.SteeringMeeting": factories.MeetingFactory(protocol=protocol),
        "programmes.Statement": Statement.objects.create(
            protocol=protocol,
            person=speaker,
            function="Essai",
            said_on=date(2024, 1, 1),
            text="Essai",
        ),
    }


def _directory(rows: Rows) -> Rows:
    one, two = factories.PersonFactory(family_name="Essai"), factories.PersonFactory(family_name="Essais")
    laboratory = factories.LaboratoryFactory(name="Essai")
    return {
        "programmes.Person": one,
        "programmes.Laboratory": laboratory,
        "programmes.Identifier": factories.IdentifierFactory(organisation=None, laboratory=laboratory),
        "programmes.DistinctPair": DistinctPair.objects.create(
            content_type=ContentType.objects.get_for_model(one), first_id=one.pk, second_id=two.pk
        ),
        "programmes.ErrorReport": ErrorReport.objects.create(address="/fr/", message="Essai"),
        "programmes.ContactMessage": ContactMessage.objects.create(subject="other", message="Essai"),
        "programmes.AccessibilityDeclaration": factories.DeclarationFactory(),
        "doctorates.DoctoralSchool": factories.DoctoralSchoolFactory(name="Essai"),
        "projects.FundingScheme": factories.FundingSchemeFactory(name="Essai"),
    }


def _records(rows: Rows, giver: Organisation) -> Rows:
    project = factories.ProjectFactory(title="Essai")
    project.commitment_links.create(commitment=rows["programmes.Commitment"])
    contribution = factories.ContributionFactory(project=project)
    contribution.funder_links.create(organisation=giver)
    grant = factories.GrantFactory(project=project, organisation=giver, beneficiary=giver, purpose="Essai")
    return {
        "projects.Project": project,
        "projects.Call": factories.CallFactory(project=project, title="Essai"),
        "projects.Event": factories.EventFactory(project=project, title="Essai"),
        "projects.Output": Output.objects.create(project=project, kind="software", year=2024, title="Essai"),
        "projects.Contribution": contribution,
        "projects.Grant": grant,
        "projects.Payment": factories.PaymentFactory(grant=grant),
        "projects.Expense": factories.ExpenseFactory(project=project, organisation=giver),
        "doctorates.Thesis": factories.ThesisFactory(
            project=project, laboratory=rows["programmes.Laboratory"], title="Essai"
        ),
    }


def _year(rows: Rows) -> Rows:
    campaign = rows["programmes.Campaign"]
    report = factories.AnnualReportFactory(campaign=campaign)
    return {
        "programmes.CommitmentSheet": factories.CommitmentSheetFactory(
            campaign=campaign, commitment=rows["programmes.Commitment"]
        ),
        "projects.ProjectSheet": ProjectSheet.objects.create(campaign=campaign, project=rows["projects.Project"]),
        "doctorates.ThesisSheet": ThesisSheet.objects.create(campaign=campaign, thesis=rows["doctorates.Thesis"]),
        "programmes.AnnualReport": report,
        "programmes.Edition": factories.EditionFactory(report=report),
    }


def _about(record: Model, rows: Rows, user: User) -> Rows:
    sheet, party = rows["projects.ProjectSheet"], rows["programmes.Party"]
    gone = {"absorbed_id": record.pk + 10_000, "absorbed": {"name": "Essai", "fields": {}}}
    about: Rows = {
        "programmes.User": user,
        "programmes.Assignment": AssignmentFactory(user=user, record=record),
        "programmes.Remark": Remark.objects.create(record=record, field="title", other_value="Essai"),
        "programmes.FormerSlug": FormerSlug.objects.create(record=record, slug=f"essai-{record.pk}"),
        "programmes.StatusChange": StatusChange.objects.create(
            record=record, step="submit", label="Essai", old="draft", new="submitted", made_by=user
        ),
        "programmes.Visa": Visa.objects.create(
            record=sheet, party=party, user=user, seen="1", given_at=timezone.now(), purpose=VisaPurpose.SETTING_ASIDE
        ),
        "programmes.Merge": Merge.objects.create(record=record, **gone, reason="Essai", merged_by=user),
    }
    return about | work_of(user)
