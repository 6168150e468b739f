"""A year of an invented protocol with something of everything: what the chapters of its report must say."""

from datetime import date
from decimal import Decimal

from doctorates.models import ThesisTheme
from programmes import workflow
from programmes.enums import AmendmentKind, Level, OrganisationKind, Precision
from programmes.models import (
    Amendment,
    Campaign,
    Commitment,
    CommitmentOwner,
    CommitmentSheet,
    Decision,
    Laboratory,
    Protocol,
    Remark,
    Statement,
    Theme,
    ThemeLaboratory,
    User,
)
from projects.enums import OutputKind, ParticipationRole, ProjectKind, ProjectState, TeamRole
from projects.models import (
    KeyFigure,
    Milestone,
    Output,
    Participation,
    Project,
    ProjectCommitment,
    ProjectSheet,
    ProjectTheme,
    TeamMember,
)
from tests.factories import (
    AssessmentFactory,
    CallFactory,
    CampaignFactory,
    CommitmentEvidenceFactory,
    CommitmentFactory,
    CommitmentSheetFactory,
    ContributionFactory,
    ExpenseFactory,
    GrantFactory,
    IndicatorFactory,
    IndicatorValueFactory,
    LaboratoryFactory,
    MeetingFactory,
    OrganisationFactory,
    PaymentFactory,
    PersonFactory,
    ProjectFactory,
    ProjectSheetFactory,
    ProtocolFactory,
    SignatureFactory,
    ThemeFactory,
    ThesisFactory,
    ThesisFundingFactory,
    ThesisSheetFactory,
    UserFactory,
)


def told_year() -> Campaign:
    """The open campaign of 2024 and all it reports on; nothing is marked as a demonstration."""
    protocol = ProtocolFactory(published=True, summary="Un protocole inventé.", source="Journal inventé")
    campaign: Campaign = CampaignFactory(protocol=protocol)
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    laboratory = LaboratoryFactory(published=True, latitude=Decimal("49.18"), longitude=Decimal("-0.37"))
    agreement(protocol)
    theme = ThemeFactory(published=True, protocol=protocol, summary="Un thème.")
    ThemeFactory(published=True, protocol=protocol, label="Un thème vide")
    ThemeLaboratory.objects.create(theme=theme, laboratory=laboratory)
    Remark.objects.create(record=theme, field="label", other_value="Autre libellé", source="Autre journal")
    promise = CommitmentFactory(published=True, protocol=protocol, label="Former")
    CommitmentFactory(published=True, protocol=protocol, label="Rayonner")
    action = joint_action(promise, theme, laboratory)
    money(action)
    theses(action, theme, laboratory, campaign)
    declared(campaign, promise, action)
    measured(promise)
    return campaign


def agreement(protocol: Protocol) -> None:
    """Signatures, words said, an extension, a decision made public."""
    first, second = protocol.parties.all()
    SignatureFactory(party=first)
    Statement.objects.create(
        protocol=protocol, person=PersonFactory(), function="Présidente", said_on=date(2021, 9, 21), text="Nous voilà."
    )
    Amendment.objects.create(
        protocol=protocol, number=1, kind=AmendmentKind.EXTENSION, title="Un an de plus",
        signed_on=date(2025, 3, 1), new_end_date=date(2026, 9, 20),
    )  # fmt: skip
    meeting = MeetingFactory(protocol=protocol, held_on=date(2024, 3, 1))
    Decision.objects.create(meeting=meeting, number=1, text="Ouvrir l’instrument.", owner=second, is_public=True)
    Decision.objects.create(meeting=meeting, number=2, text="Secret de réunion.")


def joint_action(promise: Commitment, theme: Theme, laboratory: Laboratory) -> Project:
    """An action with everything, and a part of it without dates."""
    action: Project = ProjectFactory(
        published=True, kind=ProjectKind.EQUIPMENT, acronym="SPECTRO", summary="<p>Un <strong>instrument</strong>.</p>",
        lead_laboratory=laboratory, actual_start=date(2021, 10, 1), source="Communiqué inventé",
    )  # fmt: skip
    ProjectCommitment.objects.create(project=action, commitment=promise)
    ProjectTheme.objects.create(project=action, theme=theme)
    ProjectFactory(published=True, part_of=action, acronym="Volet", state=ProjectState.PROPOSED)
    Participation.objects.create(project=action, laboratory=laboratory, role=ParticipationRole.HOST)
    TeamMember.objects.create(project=action, person=PersonFactory(), role=TeamRole.LEAD)
    Milestone.objects.create(
        project=action, rank=1, label="Commande", planned_on=date(2022, 1, 1), reached_on=date(2022, 2, 1)
    )
    Milestone.objects.create(
        project=action, rank=2, label="Mise en service", planned_on=date(2024, 6, 1), reached_on=date(2025, 1, 31)
    )
    KeyFigure.objects.create(project=action, label="Champ", value=18, unit="T")
    KeyFigure.objects.create(project=action, label="Équipes", year=2025, value=63)
    Output.objects.create(project=action, kind=OutputKind.PUBLICATION, year=2024, title="Un article")
    CallFactory(published=True, project=action, year=2023, awarded=3, applications=9)
    CallFactory(project=action, title="Appel en préparation")
    return action


def money(action: Project) -> None:
    """Two funders announced, one grant voted and partly paid, half a salary declared."""
    region = OrganisationFactory(kind=OrganisationKind.LOCAL_AUTHORITY, acronym="REG")
    firm = OrganisationFactory(kind=OrganisationKind.COMPANY, acronym="FIRME")
    for organisation, amount in ((region, 650_000), (firm, 40_000)):
        planned = ContributionFactory(project=action, amount=Decimal(amount), purpose="Achat")
        planned.funder_links.create(organisation=organisation)
    grant = GrantFactory(project=action, organisation=region)
    PaymentFactory(grant=grant)
    GrantFactory(project=action, organisation=region, voted_on=date(2025, 3, 1), convention_signed_on=None)
    ExpenseFactory(project=action)


def theses(action: Project, theme: Theme, laboratory: Laboratory, campaign: Campaign) -> None:
    """One defended, one under way since before the signature, one discontinued, one begun after the year."""
    defended = ThesisFactory(
        published=True, defended=True, project=action, laboratory=laboratory, title="Étude soutenue"
    )
    ThesisFundingFactory(thesis=defended)
    ThesisTheme.objects.create(thesis=defended, theme=theme)
    ThesisFactory(published=True, project=action, registered_on=date(2019, 10, 1), title="Étude ancienne")
    ThesisFactory(published=True, discontinued=True, project=action, title="Étude abandonnée")
    ThesisFactory(published=True, project=action, registered_on=date(2025, 10, 1), title="Étude à venir")
    approve(ThesisSheetFactory(campaign=campaign, thesis=defended, progress="Soutenance en novembre."))


def declared(campaign: Campaign, promise: Commitment, action: Project) -> None:
    """What both parties approved: a level for the promise, words for the action."""
    sheet = CommitmentSheetFactory(campaign=campaign, commitment=promise, progress="Sept thèses de plus.")
    CommitmentEvidenceFactory(sheet=sheet, url="https://example.org/preuve", title="Preuve inventée")
    for party in campaign.protocol.parties.all():
        AssessmentFactory(sheet=sheet, party=party, level=Level.ON_TRACK, text="Bien parti.")
        CommitmentOwner.objects.create(commitment=promise, party=party, function="Direction inventée")
    approve(sheet)
    approve(
        ProjectSheetFactory(
            campaign=campaign, project=action, headline="Froid.", progress="L’aimant est froid.", next_steps="Ouvrir."
        )
    )


def approve(sheet: CommitmentSheet | ProjectSheet) -> None:
    """Submitted, then the visa of every party."""
    parties = list(sheet.campaign.protocol.parties.all())
    workflow.sheets.submit_sheet(sheet, by=UserFactory(administrator=True))
    for party in parties:
        workflow.sheets.approve_sheet(sheet, by=UserFactory(approver=True, organisation=party.organisation))


def measured(promise: Commitment) -> None:
    """An indicator over four years, and one that nobody has filled."""
    indicator = IndicatorFactory(
        commitment=promise, label="Thèses", unit="thèses", baseline=22, target=50, target_year=2025
    )
    for year, actual in ((2021, 23), (2022, 30), (2023, 36)):
        IndicatorValueFactory(indicator=indicator, year=year, actual=actual, target=actual - 1)
    IndicatorValueFactory(indicator=indicator, year=2024, actual=42, precision=Precision.ABOUT)
    IndicatorValueFactory(indicator=indicator, year=2025, actual=99)
    IndicatorFactory(commitment=promise, label="Accueil", unit="personnes")
