"""Doctoral schools, theses, their funding and sheets."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from doctorates.enums import ThesisResult, ThesisState
from doctorates.models import DoctoralSchool, Thesis, ThesisFunding, ThesisSheet

from .partners import LaboratoryFactory, OrganisationFactory, PersonFactory
from .projects import ProjectFactory
from .records import RecordFactory
from .year import CampaignFactory


class DoctoralSchoolFactory(DjangoModelFactory):
    """A doctoral school."""

    class Meta:
        model = DoctoralSchool

    number = factory.Sequence(lambda n: 900 + n)
    acronym = factory.Sequence(lambda n: f"ED{n}")
    name = factory.Sequence(lambda n: f"École doctorale inventée {n}")


class ThesisFactory(RecordFactory):
    """A thesis in progress; `defended=True` or `discontinued=True` for the others."""

    class Meta:
        model = Thesis

    class Params:
        defended = factory.Trait(state=ThesisState.DEFENDED, defended_on=date(2024, 11, 15), result=ThesisResult.PASSED)
        discontinued = factory.Trait(state=ThesisState.DISCONTINUED, ended_on=date(2023, 4, 1))

    reference = factory.Sequence(lambda n: f"these-{n}")
    slug = factory.SelfAttribute("reference")
    project = factory.SubFactory(ProjectFactory)
    title = factory.Sequence(lambda n: f"Étude inventée {n}")
    title_en = factory.Sequence(lambda n: f"Invented study {n}")
    laboratory = factory.SubFactory(LaboratoryFactory)
    candidate = factory.SubFactory(PersonFactory)
    state = ThesisState.IN_PROGRESS
    registered_on = date(2021, 10, 1)


class ThesisFundingFactory(DjangoModelFactory):
    """Half of a thesis."""

    class Meta:
        model = ThesisFunding

    thesis = factory.SubFactory(ThesisFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    share = Decimal(50)


class ThesisSheetFactory(DjangoModelFactory):
    """The yearly sheet of a thesis, to be filled in."""

    class Meta:
        model = ThesisSheet

    campaign = factory.SubFactory(CampaignFactory)
    thesis = factory.SubFactory(ThesisFactory)
