"""A respondent with a link: an action that they lead and the theses of the laboratory that they direct."""

from dataclasses import dataclass

import pytest
from django.test import Client

from doctorates.models import ThesisSheet
from programmes import workflow
from programmes.models import Campaign, Laboratory, Person, ResponseLink, User
from projects.models import ProjectSheet
from tests.factories import (
    CampaignFactory,
    CommitmentFactory,
    LaboratoryFactory,
    PersonFactory,
    ProjectFactory,
    ProjectSheetFactory,
    ThesisFactory,
    ThesisSheetFactory,
)


@dataclass
class Response:
    """What a respondent has: a link, its address, two sheets."""

    campaign: Campaign
    person: Person
    laboratory: Laboratory
    link: ResponseLink
    token: str
    action: ProjectSheet
    thesis: ThesisSheet

    @property
    def page(self) -> str:
        """The address in French."""
        return f"/fr/contribuer/{self.token}/"

    def typed(self, sheet: ProjectSheet | ThesisSheet, **fields: str) -> dict[str, str]:
        """What the form of a sheet sends."""
        sheet.refresh_from_db()
        key = f"{sheet._meta.model_name}-{sheet.pk}"
        return {"fiche": key, "version": str(sheet.version), "action": "save", "nothing_new": "", **fields}


def respondent() -> Response:
    """The small world of one respondent."""
    campaign = CampaignFactory()
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    person, laboratory = PersonFactory(given_name="Adèle", family_name="Serrure"), LaboratoryFactory(published=True)
    laboratory.contacts.create(person=person, role="Direction", email="adele@exemple.invalid")
    project = ProjectFactory(published=True, lead_laboratory=laboratory, title="Le grand aimant")
    project.commitment_links.create(commitment=CommitmentFactory(protocol=campaign.protocol, published=True))
    thesis = ThesisFactory(published=True, laboratory=laboratory, project=project, title="Une thèse sur le froid")
    last = CampaignFactory(protocol=campaign.protocol, year=2023)
    before = ProjectSheetFactory(campaign=last, project=project, progress="L’aimant est froid.")
    (link,) = workflow.responses.invite(campaign, [(person, "adele@exemple.invalid")])
    return Response(
        campaign=campaign,
        person=person,
        laboratory=laboratory,
        link=link,
        token=workflow.responses.new_token(link),
        action=ProjectSheetFactory(campaign=campaign, project=project, previous=before),
        thesis=ThesisSheetFactory(campaign=campaign, thesis=thesis),
    )


@pytest.fixture
def response(db: None) -> Response:
    """The respondent."""
    return respondent()


@pytest.fixture
def visitor() -> Client:
    """A browser that checks what browsers check."""
    return Client(enforce_csrf_checks=True)
